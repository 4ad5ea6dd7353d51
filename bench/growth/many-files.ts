import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSession, type SessionDriver, signIn } from '../../e2e/hosts/workbench-client.ts';
import { startWorkbench } from '../../e2e/hosts/workbench-server.ts';
import type { BenchOptions } from '../bench.ts';
import { COURSE, sourceOf, untilAnswered } from '../edit-to-live/edited-api.ts';
import { type Figures, figuresOf } from '../figures.ts';
import { betweenEdits, untilOpened } from '../pace.ts';

/** Files of a workspace: package.json and tsconfig.json come with the template. */
const OF_TEMPLATE = 2;
const FEW = 2;
const MANY = 200;
const WARM_UP = 2;

type Lesson = { id: string; name: string; files: number; imported: boolean };

/** With `imported`, the API imports each file and uses what it exports; else it imports one of them. */
const LESSONS: Lesson[] = [
  { id: 'few-files', name: `reload ${FEW} files`, files: FEW, imported: true },
  {
    id: 'many-files',
    name: `reload ${MANY} files, ${FEW} of them imported`,
    files: MANY - OF_TEMPLATE,
    imported: false,
  },
  { id: 'many-imports', name: `reload ${MANY} files, all imported`, files: MANY - OF_TEMPLATE, imported: true },
];

/** From an edit to the first right answer, in workspaces of few and of many files in turn; growth by median. */
export async function manyFiles({ rounds, note }: Pick<BenchOptions, 'rounds' | 'note'>) {
  const folder = await mkdtemp(join(tmpdir(), 'routewright-growth-'));
  await writeFilesCourse(folder);
  const server = await startWorkbench({ course: folder, pages: false });
  try {
    const client = await signIn(server.url);
    const sessions: [Lesson, SessionDriver][] = [];
    for (const lesson of LESSONS) {
      const session = await openSession(client, lesson.id);
      await untilOpened(session);
      sessions.push([lesson, session]);
    }
    const samples = new Map(LESSONS.map(({ name }): [string, number[]] => [name, []]));
    for (let edit = 1; edit <= WARM_UP + rounds; edit += 1) {
      for (const [lesson, session] of sessions) {
        const ms = await timedEdit(session, await appOf(lesson, edit), edit);
        if (edit > WARM_UP) samples.get(lesson.name)?.push(ms);
        await betweenEdits();
      }
      note(`reload ${edit}`);
    }
    for (const [, session] of sessions) session.leave();
    const series: Record<string, Figures> = Object.fromEntries(
      [...samples].map(([name, values]) => [name, figuresOf(values)]),
    );
    const [few, many, imported] = LESSONS.map(({ name }) => series[name]?.p50 ?? Number.NaN);
    return { series, growth: (many ?? 0) / (few ?? 0), growthImported: (imported ?? 0) / (few ?? 0) };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function timedEdit(session: SessionDriver, text: string, edit: number): Promise<number> {
  const start = performance.now();
  const live = session.settled(edit);
  const checked = session.checked(edit);
  await session.edit(text);
  const { url, failure } = await live;
  if (!url || failure) throw new Error(`Edit ${edit} is not live: ${failure?.message}`);
  await untilAnswered(url, edit);
  const ms = performance.now() - start;
  await checked;
  return ms;
}

/** The API that everyone edits, with imports in front. */
async function appOf({ files, imported }: Lesson, edit: number): Promise<string> {
  const names = Array.from({ length: imported ? files - 1 : 1 }, (_, nth) => nth + 1);
  const imports = names.map((nth) => `import { shelf${nth} } from './shelf-${nth}.ts';\n`).join('');
  return `${imports}${await sourceOf(edit)}\nexport const shelves = [${names.map((nth) => `shelf${nth}`).join(', ')}];\n`;
}

function shelfOf(nth: number): string {
  return `export type Shelf = { id: number; books: { title: string; author?: string }[] };

export const shelf${nth}: Shelf = { id: ${nth}, books: [{ title: 'Walden' }, { title: 'Emma', author: 'Jane Austen' }] };

export function titlesOf(shelf: Shelf): string[] {
  return shelf.books.map((book) => book.title);
}
`;
}

async function writeFilesCourse(folder: string): Promise<void> {
  const model = fileURLToPath(COURSE);
  await cp(join(model, 'templates'), join(folder, 'templates'), { recursive: true });
  await writeFile(
    join(folder, 'course.yaml'),
    `schemaVersion: 1
id: many-files
title: Many files
summary: Workspaces of several sizes.
tracks:
  - id: fastify
    title: Fastify
    runtime: node
stages:
  - id: build
    title: Build
    summary: Build it.
    lessons: [${LESSONS.map(({ id }) => id).join(', ')}]
`,
  );
  for (const lesson of LESSONS) {
    const dir = join(folder, 'build', lesson.id);
    const source = join(dir, 'fastify', 'starter', 'src');
    await cp(join(model, 'build', 'live-api'), dir, { recursive: true });
    await mkdir(source, { recursive: true });
    const text = `---\nid: ${lesson.id}\ntitle: ${lesson.id}\nsummary: A workspace.\nminutes: 1\ngoals: [Reload]\ninherits: template:base\nopen: [src/app.ts]\n---\n\n## Answer it {#answer}\n\nIt answers.\n`;
    await writeFile(join(dir, 'lesson.md'), text);
    for (let nth = 1; nth < lesson.files; nth += 1) await writeFile(join(source, `shelf-${nth}.ts`), shelfOf(nth));
    await writeFile(join(source, 'app.ts'), await appOf(lesson, 0));
  }
}
