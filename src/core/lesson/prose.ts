import type { Heading, Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { errorMessage } from '../../contract/errors.ts';
import { Id } from '../../contract/ids.ts';
import type { LessonBlock } from '../../contract/lesson.ts';
import type { Problem } from '../../contract/problem.ts';

/** Code that the text shows from a file: "```ts src/app.ts". `line` is that of the opening fence, from 1. */
export type Fence = { file: string; code: string; line: number };
/** A link or an image address as written. */
export type Link = { href: string; line: number };
type Prose = { blocks: LessonBlock[]; fences: Fence[]; links: Link[] };

const markdown = unified().use(remarkParse).use(remarkGfm);

/** Reads the Markdown of a lesson from offset `from`; line numbers are those of the whole file. */
export function readProse(text: string, from: number, file: string): { value: Prose; problems: Problem[] } {
  const body = text.slice(from);
  const lineOffset = text.slice(0, from).split('\n').length - 1;
  const tree = markdown.parse(body);
  const { blocks, problems } = readBlocks(tree, body, lineOffset, file);
  const fences: Fence[] = [];
  const links: Link[] = [];
  walk(tree, (node) => {
    const line = (node.position?.start.line ?? 1) + lineOffset;
    if (node.type === 'code') {
      const named = fileOf(node.lang, node.meta);
      if (named !== null) fences.push({ file: named, code: node.value, line });
    } else if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      links.push({ href: node.url, line });
    }
  });
  return { value: { blocks, fences, links }, problems };
}

function readBlocks(tree: Root, body: string, lineOffset: number, file: string) {
  const blocks: LessonBlock[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const headings = tree.children.filter((node): node is Heading => node.type === 'heading' && node.depth === 2);
  const starts = headings.map((heading) => heading.position?.start.offset ?? 0);
  addProse(blocks, body.slice(0, starts[0] ?? body.length));
  for (const [index, heading] of headings.entries()) {
    const end = starts[index + 1] ?? body.length;
    const headingEnd = heading.position?.end.offset ?? end;
    const source = body.slice(starts[index], headingEnd);
    const task = /^##[ \t]+(.*?)[ \t]*\{#([^}]*)\}[ \t]*#*[ \t]*$/.exec(source);
    if (!task) {
      addProse(blocks, body.slice(starts[index], end));
      continue;
    }
    const [, title = '', id = ''] = task;
    const line = (heading.position?.start.line ?? 1) + lineOffset;
    const detail = taskMistake(id, title, seen);
    if (detail) {
      problems.push({ code: 'RW_COURSE_ID', message: errorMessage('RW_COURSE_ID', { detail }), file, line, column: 1 });
    }
    if (Id.safeParse(id).success && !seen.has(id)) {
      blocks.push({ type: 'task', id, title, markdown: body.slice(headingEnd, end).trim() });
    } else addProse(blocks, `## ${title}${body.slice(headingEnd, end)}`);
    seen.add(id);
  }
  return { blocks, problems };
}

function taskMistake(id: string, title: string, seen: Set<string>): string | null {
  if (!Id.safeParse(id).success) return `The task id "${id}" is not in kebab-case, such as "create-a-book".`;
  if (seen.has(id)) return `The task id "${id}" is there twice.`;
  return title === '' ? `The task "${id}" has no title.` : null;
}

function addProse(blocks: LessonBlock[], text: string): void {
  const trimmed = text.trim();
  const last = blocks.at(-1);
  if (trimmed === '') return;
  if (last?.type === 'prose') last.markdown += `\n\n${trimmed}`;
  else blocks.push({ type: 'prose', markdown: trimmed });
}

/** The file name in a fence's info string: the first word after the language, or `title="…"` is not one. */
function fileOf(lang: string | null | undefined, meta: string | null | undefined): string | null {
  const word = (meta ?? '').trim().split(/\s+/)[0] ?? '';
  if (lang && /^[\w@.-]+(\/[\w@.-]+)*\.\w+$/.test(word)) return word;
  return null;
}

function walk(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node);
  if ('children' in node) for (const child of node.children) walk(child, visit);
}
