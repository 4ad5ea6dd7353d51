import type { CompareView } from '../../../contract/compare.ts';

type Regions = CompareView['columns'][number]['files'][number]['regions'];

/** The part that a line (from 1) belongs to; the smallest, where one lies in another. */
export function partOfLine(regions: Regions, line: number): string | null {
  const around = regions.filter(({ from, to }) => from <= line && line <= to);
  const [smallest] = around.toSorted((one, other) => one.to - one.from - (other.to - other.from));
  return smallest?.part ?? null;
}

/** Whether a line lies in a region of this part. */
export function isInPart(regions: Regions, line: number, part: string | null): boolean {
  return regions.some((region) => region.part === part && region.from <= line && line <= region.to);
}
