import type { Root } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { isReasonable } from './reasonable.ts';
import { keepSafeUrls } from './safe-url.ts';
import { lessonSchema } from './sanitize-schema.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeSanitize, lessonSchema)
  .use(() => keepSafeUrls);

/**
 * Lesson text (CommonMark and GFM) as a hast tree that is safe to render: no raw HTML, no scripts, no styles.
 * Links go to https:, mailto:, `lesson:<id>`, `term:<id>` and `#task`; images are relative paths of the lesson itself.
 * Never throws: a text that is too large or too deeply nested to be parsed in good time comes back as plain text.
 */
export function markdownToHast(markdown: string): Root {
  if (!isReasonable(markdown)) return plainText(markdown);
  try {
    return processor.runSync(processor.parse(markdown));
  } catch {
    return plainText(markdown);
  }
}

function plainText(text: string): Root {
  const pre = {
    type: 'element' as const,
    tagName: 'pre',
    properties: {},
    children: [{ type: 'text' as const, value: text }],
  };
  return { type: 'root', children: [pre] };
}
