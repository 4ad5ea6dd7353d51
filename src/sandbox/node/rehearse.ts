import { fileURLToPath } from 'node:url';
import { forgetLoadedFiles } from './loaded-files.ts';
import { forgetApps } from './observe-apps.ts';
import { startLearnerApi } from './start.ts';
import { enterWorkspace } from './workspace.ts';

/** Not imported: the namespace of this module would load all that it offers, such as a web client, in every process. */
const { request } = process.getBuiltinModule('node:http');

/** A little API of the same kind as the learner's, in a workspace of its own. */
const REHEARSAL = fileURLToPath(new URL('./rehearsal/', import.meta.url));

const REQUESTS: readonly [method: string, path: string, body?: string][] = [
  ['GET', '/api/v1/users'],
  ['GET', '/api/v1/users/1'],
  ['POST', '/api/v1/users', '{"name":"Grace"}'],
  ['POST', '/api/v1/users', '{"name":1}'],
  ['POST', '/api/v1/notes', '{"text":"hello"}'],
  ['GET', '/missing'],
];

/** Does once all that a run does, so that frameworks are loaded and the code on the way is compiled. */
export async function rehearse(): Promise<void> {
  const { app, port } = await startLearnerApi(enterWorkspace(REHEARSAL), 'src/app.ts');
  for (const [method, path, body] of REQUESTS) await answered(port, method, path, body);
  await app.close();
  forgetLoadedFiles();
  forgetApps();
}

function answered(port: number, method: string, path: string, body?: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const headers = body === undefined ? {} : { 'content-type': 'application/json' };
  request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
    response.resume().on('end', resolve);
  })
    .on('error', reject)
    .end(body);
  return promise;
}
