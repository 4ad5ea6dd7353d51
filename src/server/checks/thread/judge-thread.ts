import { parentPort } from 'node:worker_threads';
import type { JudgeAnswer, JudgeOrder, JudgeWork } from './judge-work.ts';

parentPort?.on('message', async ({ id, work }: JudgeOrder) => {
  parentPort?.postMessage({ id, result: await done(work) } satisfies JudgeAnswer);
});

/** What a kind of work needs is loaded when the first of it comes. */
async function done(work: JudgeWork): Promise<JudgeAnswer['result']> {
  if (work.kind === 'openapi') {
    const { lintDocument } = await import('../openapi/lint-document.ts');
    return { kind: 'openapi', findings: await lintDocument(work.document, work.rules) };
  }
  const { querySource } = await import('../source/query-source.ts');
  return { kind: 'source', ...querySource(work.files, work.query) };
}
