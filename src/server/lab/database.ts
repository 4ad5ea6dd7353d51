import { mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LabPlace } from './lab.ts';

/** A place for one database: `file` is absolute, without links, and alone in its folder with what SQLite puts beside it. */
export type DatabasePlace = {
  file: string;
  /** Removes the database. */
  forget(): Promise<void>;
  /** Removes the folder of a fresh database, as far as the system lets it; one that belongs to a lesson stays. Never rejects. */
  close(): Promise<void>;
};

const NAME = 'library.db';
const OPTIONS = { recursive: true, force: true, maxRetries: 5 };

/** Makes the folder of a database, not the file. Databases of lessons lie below `home`; without one each is fresh. */
export async function databasePlace(home: string | null, place: LabPlace): Promise<DatabasePlace> {
  const isFresh = place === 'fresh' || home === null;
  const made = isFresh ? await mkdtemp(join(tmpdir(), 'routewright-lab-')) : await ofLesson(home, place);
  const folder = await realpath(made);
  return {
    file: join(folder, NAME),
    async forget() {
      for (const name of await readdir(folder)) await rm(join(folder, name), OPTIONS);
    },
    async close() {
      if (isFresh) await rm(folder, OPTIONS).catch(console.error);
    },
  };
}

async function ofLesson(home: string, { key }: Exclude<LabPlace, 'fresh'>): Promise<string> {
  const folder = join(home, 'data', key.course, key.track, key.lesson);
  await mkdir(folder, { recursive: true });
  return folder;
}
