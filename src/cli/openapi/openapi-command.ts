import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { RoutewrightError } from '../../contract/errors.ts';
import { courseFolder, pathFromPerson } from '../folder.ts';
import { STOPPED } from '../stopped.ts';
import { lessonDocument } from './lesson-document.ts';

type OpenapiFlags = { course?: string; track?: string; out?: string };

/** `lesson openapi`: what the finished lesson's API says about itself. Throws STOPPED after Ctrl+C. */
export function openapiCommand(): Command {
  return new Command('openapi')
    .description('Run the solution of a lesson and print its OpenAPI document as JSON.')
    .argument('<lesson>', 'id of the lesson')
    .option('--course <dir>', 'folder with course.yaml (default: the bundled course)')
    .option('--track <id>', 'the track whose solution is run (default: the first of the course)')
    .option('--out <file>', 'write the document into this file instead')
    .action(printDocument);
}

async function printDocument(lesson: string, { course, track, out }: OpenapiFlags): Promise<void> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort(STOPPED));
  const document = await lessonDocument({ dir: courseFolder(course), lesson, track, signal: stop.signal });
  const text = JSON.stringify(document, null, 2);
  if (out === undefined) console.log(text);
  else await writeDocument(pathFromPerson(out), `${text}\n`);
}

/** Throws RW_OPENAPI_NOT_WRITTEN. */
async function writeDocument(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new RoutewrightError('RW_OPENAPI_NOT_WRITTEN', { file, detail }, { cause });
  }
}
