import type { Definition, Heading, Root } from 'mdast';
import { Id } from '../../contract/ids.ts';
import type { LessonBlock } from '../../contract/lesson.ts';

type Mistake = { heading: Heading; detail: string };

/**
 * Cuts a lesson's text at its "## " headings. One with `{#task-id}` begins a task, any other begins prose again.
 * A heading whose id cannot be used stays in the text as prose and is a mistake.
 */
export function readBlocks(tree: Root, body: string): { blocks: LessonBlock[]; mistakes: Mistake[] } {
  const blocks: LessonBlock[] = [];
  const mistakes: Mistake[] = tree.children.filter(isHeading).flatMap((heading) => misplaced(heading, body));
  const seen = new Set<string>();
  const headings = tree.children.filter(isHeading).filter((heading) => heading.depth === 2);
  const starts = headings.map((heading) => heading.position?.start.offset ?? 0);
  addProse(blocks, body.slice(0, starts[0] ?? body.length));
  for (const [index, heading] of headings.entries()) {
    const end = starts[index + 1] ?? body.length;
    const headingEnd = heading.position?.end.offset ?? end;
    const task = /^##[ \t]+(.*?)[ \t]*\{#([^}]*)\}[ \t]*#*[ \t]*$/.exec(body.slice(starts[index], headingEnd));
    const [, title = '', id = ''] = task ?? [];
    const detail = task ? mistakeIn(id, title, seen) : null;
    if (detail !== null) mistakes.push({ heading, detail });
    if (!task) addProse(blocks, body.slice(starts[index], end));
    else if (detail !== null) addProse(blocks, `## ${title}${body.slice(headingEnd, end)}`);
    else blocks.push({ type: 'task', id, title, markdown: body.slice(headingEnd, end).trim() });
    seen.add(id);
  }
  return { blocks: withDefinitions(blocks, tree, body), mistakes };
}

function isHeading(node: Root['children'][number]): node is Heading {
  return node.type === 'heading';
}

function misplaced(heading: Heading, body: string): Mistake[] {
  const source = body.slice(heading.position?.start.offset, heading.position?.end.offset);
  const id = /\{#([^}]*)\}/.exec(source)?.[1];
  if (id === undefined || /^##[ \t]/.test(source)) return [];
  return [{ heading, detail: `The heading of the task "${id}" begins with "## ", nothing else.` }];
}

function mistakeIn(id: string, title: string, seen: Set<string>): string | null {
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

/** Each block is rendered alone, so each carries the link definitions that stand in other blocks. */
function withDefinitions(blocks: LessonBlock[], tree: Root, body: string): LessonBlock[] {
  const definitions = tree.children
    .filter((node): node is Definition => node.type === 'definition')
    .map((node) => body.slice(node.position?.start.offset, node.position?.end.offset));
  return blocks.map((block) => {
    const missing = definitions.filter((definition) => !block.markdown.includes(definition));
    return missing.length === 0 ? block : { ...block, markdown: `${block.markdown}\n\n${missing.join('\n')}`.trim() };
  });
}
