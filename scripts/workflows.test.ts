import { readdirSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { STEPS } from './setup/test-steps.mjs';

// The parser imports its schema in a way that bundlers know and Node does not.
registerHooks({
  load: (url, context, next) => {
    if (!/workflow-parser.*\.json$/.test(url)) return next(url, context);
    const source = `export default ${readFileSync(fileURLToPath(url), 'utf8')}`;
    return { format: 'module', source, shortCircuit: true };
  },
});
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser');

const root = join(import.meta.dirname, '..');
/** Those of this repository, and the one that a new course gets. */
const workflows = ['.github/workflows', 'templates/course/.github/workflows'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => ({ name, content: readFileSync(join(root, folder, name), 'utf8') })),
);
const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(manifest);

/** What the hoster's own parser says is wrong in a workflow. */
async function mistakes(workflow: { name: string; content: string }): Promise<string[]> {
  const { context, value } = parseWorkflow(workflow, new NoOperationTraceWriter());
  if (value === undefined) return context.errors.getErrors().map(({ message }) => message);
  const { errors = [] } = await convertWorkflowTemplate(context, value);
  return [...context.errors.getErrors().map(({ message }) => message), ...errors.map(({ Message }) => Message)];
}

const Workflow = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      'timeout-minutes': z.number(),
      permissions: z.record(z.string(), z.string()).optional(),
      steps: z.array(z.object({ run: z.string().optional(), uses: z.string().optional() })),
    }),
  ),
});
const read = (content: string) => Workflow.parse(parse(content));
const commands = (content: string) =>
  Object.values(read(content).jobs).flatMap(({ steps }) => steps.flatMap(({ run = '' }) => run));

describe.each(workflows)('$name', (workflow) => {
  it('is a workflow by the schema of the hoster', async () => {
    expect(await mistakes(workflow)).toEqual([]);
  });

  it('may read the repository, and a job says what else it may', () => {
    expect(read(workflow.content).permissions).toEqual({ contents: 'read' });
    const wider = Object.entries(read(workflow.content).jobs).flatMap(([job, { permissions = {} }]) =>
      Object.entries(permissions).flatMap(([name, level]) => (level === 'write' ? [`${job}: ${name}`] : [])),
    );
    const granted = { 'site.yml': ['deploy: pages', 'deploy: id-token'], 'packages.yml': ['release: contents'] };
    expect({ [workflow.name]: wider }).toEqual({ [workflow.name]: Reflect.get(granted, workflow.name) ?? [] });
  });

  it('names each action by its commit, with the version beside it', () => {
    const uses = [...workflow.content.matchAll(/uses: (.*)/g)].map(([, action]) => action);
    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('runs scripts and steps that there are', () => {
    const text = commands(workflow.content).join('\n');
    const called = [...text.matchAll(/npm run (?:-\S+ )*([\w:-]+)/g)].map(([, name = '']) => name);
    expect(called.filter((name) => !(name in scripts))).toEqual([]);
    const steps = [...text.matchAll(/--only (\S+)/g)].flatMap(([, names = '']) => names.split(','));
    expect(steps.filter((name) => !STEPS.some((step) => step.name === name))).toEqual([]);
  });

  it('puts no value of an event into a command', () => {
    for (const command of commands(workflow.content)) expect(command).not.toContain('${{');
  });
});

describe('the parser of workflows', () => {
  it('finds what is wrong', async () => {
    const { name, content } = workflows.find((workflow) => workflow.name === 'site.yml') ?? { name: '', content: '' };
    expect(await mistakes({ name, content: content.replace('runs-on', 'runs-at') })).not.toEqual([]);
    expect(await mistakes({ name, content: content.replace('pages: read', 'pages: reading') })).not.toEqual([]);
    expect(await mistakes({ name, content: content.replace('needs: build', 'needs: builds') })).not.toEqual([]);
  });
});

describe('the workflows together', () => {
  it('use one version of each action', () => {
    const all = workflows.flatMap(({ content }) =>
      [...content.matchAll(/uses: (\S+@\S+)/g)].map(([, use = '']) => use),
    );
    const byName = Map.groupBy(new Set(all), (use) => use.split('@')[0]);
    expect([...byName.values()].filter((versions) => versions.length > 1)).toEqual([]);
  });

  it('run the whole of npm test', () => {
    expect(workflows.flatMap(({ content }) => commands(content))).toContain('npm test');
  });
});
