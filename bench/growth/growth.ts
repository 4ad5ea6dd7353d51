import { atMost, type Bench, type BenchOptions, type BenchResult } from '../bench.ts';
import { courseOpening } from './course-opening.ts';
import { manyFiles } from './many-files.ts';
import { manyVersions } from './many-versions.ts';

/** How times grow with the size of a course, of a workspace and of a history: ratios of medians in one run. */
export const growth: Bench = {
  name: 'growth',
  about: 'how times grow with the lessons of a course, the files of a workspace and its history',
  rounds: { full: 10, quick: 2 },
  measure,
};

async function measure({ rounds, note }: BenchOptions): Promise<BenchResult> {
  const course = await courseOpening({ rounds, note });
  const files = await manyFiles({ rounds, note });
  const versions = await manyVersions({ rounds: rounds * 3, note });
  return {
    series: { ...course.series, ...files.series, ...versions.series },
    judged: [
      atMost('1,000 lessons against 40', course.growth, 1.2, 'times'),
      atMost('200 files against 2', files.growth, 2, 'times'),
      atMost('200 files, all imported, against 2', files.growthImported, 2, 'times'),
      atMost('a save with 1,000 versions against none', versions.growth, 1.2, 'times'),
    ],
  };
}
