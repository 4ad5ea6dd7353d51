import { afterEach, beforeEach, expect, test } from 'vitest';
import { LIMITS } from '../../contract/limits.ts';
import { removeFolder, temporaryFolder } from '../workbench-for-tests.ts';
import { Versions } from './versions.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => removeFolder(folder));

test('a version of two files is kept as long as it is among the newest of either', async () => {
  const versions = new Versions(folder);
  const both = await versions.keep('edit', [
    { path: 'a.ts', text: 'a' },
    { path: 'b.ts', text: 'b' },
  ]);
  const keepOf = async (path: string) => {
    for (let n = 0; n < LIMITS.versionsKept; n += 1) await versions.keep('edit', [{ path, text: `${n}` }]);
  };
  await keepOf('a.ts');
  expect((await versions.get(both)).files).toHaveLength(2);
  await keepOf('b.ts');
  await expect(versions.get(both)).rejects.toMatchObject({ code: 'RW_FILE_VERSION' });
});
