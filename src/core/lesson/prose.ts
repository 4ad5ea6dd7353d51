import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { errorMessage } from '../../contract/errors.ts';
import type { LessonBlock } from '../../contract/lesson.ts';
import type { Problem } from '../../contract/problem.ts';
import { isReasonable } from '../markdown/reasonable.ts';
import { fileOfFence } from './fence-file.ts';
import { readBlocks } from './read-blocks.ts';

/** Code that the text shows from a file: "```ts src/app.ts". `line` is that of the opening fence, from 1. */
export type Fence = { file: string; code: string; line: number };
/** The address of a link or an image as it is written. `alt` is that of an image, and null for everything else. */
export type Link = { href: string; line: number; alt: string | null };
type Prose = { blocks: LessonBlock[]; fences: Fence[]; links: Link[] };

const markdown = unified().use(remarkParse).use(remarkGfm);

/** Reads the Markdown of a lesson from offset `from`; line numbers are those of the whole file. */
export function readProse(text: string, from: number, file: string): { value: Prose; problems: Problem[] } {
  const body = text.slice(from);
  if (!isReasonable(body)) {
    const detail = 'The text has more nesting or brackets than a lesson needs.';
    const problem: Problem = { code: 'RW_COURSE_SCHEMA', message: errorMessage('RW_COURSE_SCHEMA', { detail }), file };
    return { value: { blocks: [{ type: 'prose', markdown: body }], fences: [], links: [] }, problems: [problem] };
  }
  const before = text.slice(0, from).split('\n').length - 1;
  const tree = markdown.parse(body);
  const lineOf = (node: Nodes) => (node.position?.start.line ?? 1) + before;
  const { blocks, mistakes } = readBlocks(tree, body);
  const problems = mistakes.map(({ heading, detail }): Problem => {
    const message = errorMessage('RW_COURSE_ID', { detail });
    return { code: 'RW_COURSE_ID', message, file, line: lineOf(heading), column: 1 };
  });
  return { value: { blocks, ...addressesOf(tree, lineOf) }, problems };
}

function addressesOf(tree: Root, lineOf: (node: Nodes) => number): Pick<Prose, 'fences' | 'links'> {
  const fences: Fence[] = [];
  const links: Link[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'code') {
      const file = fileOfFence(node.lang, node.meta);
      if (file !== null) fences.push({ file, code: node.value, line: lineOf(node) });
    } else if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      links.push({ href: node.url, line: lineOf(node), alt: node.type === 'image' ? (node.alt ?? '') : null });
    }
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(tree);
  return { fences, links };
}
