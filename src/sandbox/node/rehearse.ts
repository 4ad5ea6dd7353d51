import { get } from 'node:http';
import { fileURLToPath } from 'node:url';
import { forgetLoadedFiles } from './loaded-files.ts';
import { startLearnerApi } from './start.ts';
import { enterWorkspace } from './workspace.ts';

/** A little API of the same kind as the learner's, in a workspace of its own. */
const REHEARSAL = fileURLToPath(new URL('./rehearsal/', import.meta.url));

/** Does once all that a run does, so that frameworks are loaded and the code on the way is compiled. */
export async function rehearse(): Promise<void> {
  const { app, port } = await startLearnerApi(enterWorkspace(REHEARSAL), 'src/app.ts');
  await answerOf(`http://127.0.0.1:${port}/api/v1/users`);
  await answerOf(`http://127.0.0.1:${port}/missing`);
  await app.close();
  forgetLoadedFiles();
}

function answerOf(url: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  get(url, { agent: false }, (response) => response.resume().on('end', resolve)).on('error', reject);
  return promise;
}
