import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GOOD_COURSE } from '../../hosts/course-copy.ts';
import { type Client, signIn } from '../../hosts/workbench-client.ts';
import { startWorkbench } from '../../hosts/workbench-server.ts';
import type { Save } from './judge-trace.ts';
import { type Operation, readTrace } from './operation.ts';

const ROOT = 'workspaces/good/fastify/list-books';
const OTHER_WINDOW = 'other';

export type Recorded = { trace: Operation[]; saves: Save[] };

/**
 * A real server that saves in every way there is, and all that it did to its disk.
 * `worse`: a module that makes it save in a worse way.
 */
export async function recordSaves(worse?: string): Promise<Recorded> {
  const folder = await mkdtemp(join(tmpdir(), 'routewright-power-'));
  const home = join(folder, 'home');
  const trace = join(folder, 'trace');
  const record = new URL(`./record.ts?${new URLSearchParams({ home, trace })}`, import.meta.url).href;
  const preload = worse === undefined ? [record] : [record, worse];
  const server = await startWorkbench({ course: GOOD_COURSE, home, pages: false, preload });
  try {
    const saves = await saveInEveryWay(await signIn(server.url));
    await server.stop();
    return { trace: readTrace(await readFile(trace, 'utf8')), saves };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function saveInEveryWay(client: Client): Promise<Save[]> {
  const saves: Save[] = [];
  const opened = await client.session.open({ lessonId: 'list-books', track: 'fastify' });
  const { sessionId, entry } = opened;
  const now = new Map(opened.files.map(({ path, text }): [string, string] => [`${ROOT}/${path}`, text]));
  const starter = new Map(now);
  saves.push({ url: '/rpc/session/open', files: starter, whole: ROOT });
  let { revision } = opened;

  const did = (name: string, files: [string, string | null][], keptFirst: string[] = []) => {
    for (const [path, text] of files) {
      if (text === null) now.delete(path);
      else now.set(path, text);
    }
    saves.push({ url: `/rpc/session/${name}`, files: new Map(files), keptFirst });
  };
  const edit = async (path: string, text: string, window?: string) => {
    revision += 1;
    await client.session.edit({ sessionId, path, text, revision, window });
    const keptFirst = window === OTHER_WINDOW ? [now.get(`${ROOT}/${path}`) ?? ''] : [];
    did('edit', [[`${ROOT}/${path}`, text]], keptFirst);
  };
  const create = async (path: string, text: string) => {
    await client.session.create({ sessionId, path, text });
    did('create', [[`${ROOT}/${path}`, text]]);
  };
  const rename = async (from: string, to: string) => {
    await client.session.rename({ sessionId, from, to });
    did('rename', [
      [`${ROOT}/${to}`, now.get(`${ROOT}/${from}`) ?? ''],
      [`${ROOT}/${from}`, null],
    ]);
  };
  const remove = async (path: string) => {
    await client.session.remove({ sessionId, path });
    did('remove', [[`${ROOT}/${path}`, null]], [now.get(`${ROOT}/${path}`) ?? '']);
  };

  for (const n of [1, 2, 3]) await edit(entry, `// edit ${n}\n${now.get(`${ROOT}/${entry}`)}`);
  await create('src/books/one.ts', 'export const one = 1;\n');
  await create('src/books/deep/two.ts', 'export const two = 2;\n');
  await edit('src/books/one.ts', 'export const one = "one";\n');
  await edit('src/books/one.ts', 'export const one = "uno";\n', OTHER_WINDOW);
  await rename('src/books/one.ts', 'src/books/first.ts');
  await rename('src/books/first.ts', 'src/elsewhere/first.ts');
  await remove('src/books/deep/two.ts');
  await create('src/books/deep/two.ts', 'export const again = 2;\n');
  await remove('src/elsewhere/first.ts');

  const before = new Map(now);
  const { undo } = await client.session.reset({ sessionId });
  did('reset', replaced(before, starter), [...before.values()]);
  await client.session.restore({ sessionId, version: undo });
  did('restore', replaced(starter, before), [...starter.values()]);
  revision += 10;
  await edit(entry, '// after all\nexport {};\n');
  return saves;
}

function replaced(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): [string, string | null][] {
  const gone = [...before.keys()].map((path): [string, string | null] => [path, null]);
  return [...new Map([...gone, ...after])];
}
