import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { pinnedNode, ROOT } from '../../../scripts/setup/pinned-node.mjs';
import { DiskModel } from './disk-model.ts';
import { readTrace } from './operation.ts';

const WRITER = join(ROOT, 'src/server/workspace/atomic-write.ts');

/** Saves files in pairs, each pair at once into folders that both of them lack, and answers for each when it is saved. */
const program = (home: string) => `
  import { ServerResponse } from 'node:http';
  import { writeAtomically } from ${JSON.stringify(WRITER)};
  const save = async (path) => {
    await writeAtomically(${JSON.stringify(home)} + '/' + path, path);
    new ServerResponse({ method: 'POST', url: path, httpVersionMajor: 1, httpVersionMinor: 1 }).writeHead(200);
  };
  for (let pair = 0; pair < 20; pair += 1) {
    await Promise.all(['one', 'two'].map((name) => save(pair + '/in/deep/' + name + '/file.ts')));
  }`;

test('of two saves that make the same folders neither counts on what the other has not synced yet', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'routewright-folders-'));
  try {
    const trace = join(folder, 'trace');
    const record = new URL(`./record.ts?${new URLSearchParams({ home: folder, trace })}`, import.meta.url).href;
    await promisify(execFile)(pinnedNode(), ['--import', record, '--input-type=module', '-e', program(folder)]);
    const disk = new DiskModel();
    const answered: string[] = [];
    const uncertain: string[] = [];
    for (const operation of readTrace(await readFile(trace, 'utf8'))) {
      disk.apply(operation);
      if (operation.op === 'answer') answered.push(operation.url);
      for (const path of answered) if ([...disk.outcomes(path)].some((text) => text !== path)) uncertain.push(path);
    }
    expect(answered).toHaveLength(40);
    expect([...new Set(uncertain)]).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
