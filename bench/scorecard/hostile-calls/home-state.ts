import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const Names = z.array(z.looseObject({ name: z.string() }));

/**
 * All that a workbench keeps in its home, as one text for comparison: a hash for every file of the workspaces and their
 * versions, and every row of the progress file. `without` names lessons that are left out.
 */
export async function homeState(home: string, without: readonly string[] = []): Promise<string> {
  const lines: string[] = [];
  for await (const entry of glob(['workspaces/**', 'versions/**'], { cwd: home, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if (without.some((lesson) => path.includes(lesson))) continue;
    lines.push(
      `${path} ${createHash('sha256')
        .update(await readFile(path))
        .digest('hex')}`,
    );
  }
  return [
    ...lines.sort(),
    ...rows(join(home, 'progress.sqlite')).filter((row) => !without.some((one) => row.includes(one))),
  ].join('\n');
}

function rows(file: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const tables = Names.parse(
      database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1").all(),
    );
    return tables.flatMap(({ name }) =>
      database
        .prepare(`SELECT * FROM "${name}"`)
        .all()
        .map((row) => `${name} ${JSON.stringify(row)}`)
        .sort(),
    );
  } finally {
    database.close();
  }
}
