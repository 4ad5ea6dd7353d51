import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COURSE } from '../edit-to-live/edited-api.ts';

const LESSONS_OF_A_STAGE = 10;
const MODEL = join(fileURLToPath(COURSE), 'build', 'live-api');

/** The lesson in the middle: neither the first nor the last is special. */
export function middleLesson(lessons: number): string {
  return idOf(Math.floor(lessons / 2) - 5);
}

/**
 * Writes a course of so many lessons into `folder`: ten to a stage, the first of a stage on the template, each other on
 * the one before. Each has a page of text, a check, hints, a starter, a solution and a mutant.
 */
export async function writeCourse(folder: string, lessons: number): Promise<void> {
  const stages = Math.ceil(lessons / LESSONS_OF_A_STAGE);
  const lines = ['schemaVersion: 1', `id: large-${lessons}`, 'title: A large course', 'summary: It has many lessons.'];
  lines.push('tracks:', '  - id: fastify', '    title: Fastify', '    runtime: node', 'stages:');
  for (let stage = 0; stage < stages; stage += 1) {
    const first = stage * LESSONS_OF_A_STAGE;
    const count = Math.min(LESSONS_OF_A_STAGE, lessons - first);
    const ids = Array.from({ length: count }, (_, nth) => idOf(first + nth));
    lines.push(
      `  - id: stage-${stage}`,
      `    title: Stage ${stage}`,
      '    summary: A stage.',
      `    lessons: [${ids.join(', ')}]`,
    );
    for (const [nth, id] of ids.entries()) await writeLesson(join(folder, `stage-${stage}`, id), id, nth === 0);
  }
  await cp(join(fileURLToPath(COURSE), 'templates'), join(folder, 'templates'), { recursive: true });
  await writeFile(join(folder, 'course.yaml'), `${lines.join('\n')}\n`);
}

function idOf(lesson: number): string {
  return `lesson-${lesson}`;
}

async function writeLesson(dir: string, id: string, onTemplate: boolean): Promise<void> {
  const app = await readFile(join(MODEL, 'fastify', 'starter', 'src', 'app.ts'), 'utf8');
  const mutant = join('fastify', 'mutants', 'silent');
  const files: [string, string][] = [
    ['lesson.md', textOf(id, onTemplate)],
    [join('fastify', 'starter', 'src', 'app.ts'), app],
    [join('fastify', 'solution', 'src', 'app.ts'), app.replace("'v0'", "'v1'")],
    [join(mutant, 'src', 'app.ts'), app.replace('/version', '/versions')],
    [
      join(mutant, 'mutant.yaml'),
      'schemaVersion: 1\ntitle: Another path\nteaches: Paths are exact.\nfails: [answers]\n',
    ],
  ];
  for (const [file, text] of files) {
    await mkdir(join(dir, file, '..'), { recursive: true });
    await writeFile(join(dir, file), text);
  }
  for (const file of ['checks.yaml', 'hints.yaml']) await cp(join(MODEL, file), join(dir, file));
}

function textOf(id: string, onTemplate: boolean): string {
  const paragraph =
    'An API answers requests. Each answer has a status, headers and a body, and a client relies on all three. ';
  return `---
id: ${id}
title: The lesson ${id}
summary: One of many lessons, each as long as a page.
minutes: 5
goals:
  - Answer the version
  - Know why it changes
${onTemplate ? 'inherits: template:base\n' : ''}open: [src/app.ts]
---

${paragraph.repeat(8)}

## Answer it {#answer}

${`${paragraph.repeat(4)}\n\n`.repeat(5)}
`;
}
