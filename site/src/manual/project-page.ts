import { z } from 'astro/zod';

/** A Markdown file of docs/: its title, the number of a decision if it is one, and its name below docs/decisions. */
export const ProjectPage = z.strictObject({ title: z.string(), number: z.string().nullable(), file: z.string() });
type ProjectPage = z.infer<typeof ProjectPage>;

const TITLE = /^# (?:(\d+)(?: ·|\.) )?(.+)\n/;

/**
 * Takes the first heading off a page of docs/, "# 0003 · A title" or "# A title": the site prints it by itself.
 * Throws when the page does not begin with one.
 */
export function readProjectPage(file: string, text: string): { page: ProjectPage; body: string } {
  const [line = '', number, title] = TITLE.exec(text) ?? [];
  if (title === undefined) throw new Error(`${file} does not begin with a heading.`);
  return {
    page: { title, number: number === undefined ? null : String(Number(number)), file },
    body: text.slice(line.length).trimStart(),
  };
}
