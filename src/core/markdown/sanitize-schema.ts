import { defaultSchema } from 'rehype-sanitize';

/** GitHub's schema, narrowed to what Markdown itself makes and to the addresses a lesson may name. */
export const lessonSchema: typeof defaultSchema = {
  ...defaultSchema,
  tagNames: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'blockquote', 'pre', 'code', 'hr', 'br', 'em', 'strong', 'del'],
    ...['ul', 'ol', 'li', 'input', 'a', 'img', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'section', 'sup'],
  ],
  protocols: { href: ['https', 'mailto', 'lesson', 'term'], src: [] },
};
