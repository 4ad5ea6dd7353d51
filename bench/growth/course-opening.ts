import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn } from '../../e2e/hosts/workbench-client.ts';
import { startWorkbench } from '../../e2e/hosts/workbench-server.ts';
import type { BenchOptions } from '../bench.ts';
import { type Figures, figuresOf } from '../figures.ts';
import { middleLesson, writeCourse } from './large-course.ts';

const FEW = 40;
const MANY = 1_000;
/** Openings before the measured ones, of each course. */
const WARM_UP = 1;

/**
 * From the start of the server to the snapshot of a lesson in the middle, with the course's outline on the way, for a
 * small and a large course in turn. `growth` is the median of the ratios of the rounds.
 */
export async function courseOpening({ rounds, note }: Pick<BenchOptions, 'rounds' | 'note'>) {
  const folder = await mkdtemp(join(tmpdir(), 'routewright-growth-'));
  const sizes = [FEW, MANY];
  const samples = new Map(sizes.map((size): [number, number[]] => [size, []]));
  try {
    for (const size of sizes) await writeCourse(join(folder, String(size)), size);
    for (let round = 1; round <= WARM_UP + rounds; round += 1) {
      for (const size of sizes) {
        const ms = await opening(join(folder, String(size)), size);
        if (round > WARM_UP) samples.get(size)?.push(ms);
      }
      note(`course opened ${round}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const few = samples.get(FEW) ?? [];
  const many = samples.get(MANY) ?? [];
  const series: Record<string, Figures> = {
    [`open a course of ${FEW}`]: figuresOf(few),
    [`open a course of ${MANY}`]: figuresOf(many),
  };
  return { series, growth: figuresOf(many).p50 / figuresOf(few).p50 };
}

async function opening(course: string, size: number): Promise<number> {
  const start = performance.now();
  const server = await startWorkbench({ course, pages: false });
  try {
    const client = await signIn(server.url);
    const outline = await client.course.outline();
    await client.session.open({ lessonId: middleLesson(size), track: 'fastify' });
    const ms = performance.now() - start;
    const listed = outline.stages.reduce((count, stage) => count + stage.lessons.length, 0);
    if (listed !== size) throw new Error(`${listed} of ${size} lessons are listed.`);
    return ms;
  } finally {
    await server.stop();
  }
}
