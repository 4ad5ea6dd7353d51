import type { Root } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
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
 * Links go to https:, mailto:, `lesson:<id>` and `#task`; images are relative paths of the lesson itself.
 */
export function markdownToHast(markdown: string): Root {
  return processor.runSync(processor.parse(markdown)) as Root;
}
