/**
 * `node main.ts COURSE LESSON`: runs the solution of a lesson in the sandbox and prints its OpenAPI document with Scalar's
 * page of it, as JSON. A process of its own: the sandbox and Vue are large, and a build seldom needs them.
 */
import { lessonDocument } from '../../../../src/cli/openapi/lesson-document.ts';
import { RoutewrightError } from '../../../../src/contract/errors.ts';
import { renderDocument } from './render-document.ts';

const [dir = '', lesson = ''] = process.argv.slice(2);
try {
  const document = await lessonDocument({ dir, lesson });
  process.stdout.write(JSON.stringify({ document, ...(await renderDocument(document)) }), () => process.exit(0));
} catch (error) {
  if (!(error instanceof RoutewrightError)) throw error;
  process.stderr.write(`${error.code} ${error.message}\n${error.action}\n`);
  // A course may end with something else than an API; that is not a fault of the site.
  process.exit(error.code === 'RW_OPENAPI_NONE' ? 3 : 1);
}
