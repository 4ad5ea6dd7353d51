import type { DatabaseSync } from 'node:sqlite';
import type { FastifyPluginAsync } from 'fastify';

/** Stands in for the finder of a lost backup: every row of every table, as it lies in the file. For this lesson only. */
export const lostBackup: FastifyPluginAsync<{ database: DatabaseSync }> = async (app, { database }) => {
  app.get('/', async (_request, reply) => {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    const rows = tables.flatMap(({ name }) => database.prepare(`SELECT '${name}' AS "table", * FROM "${name}"`).all());
    reply.type('text/plain; charset=utf-8');
    return rows.map((row) => JSON.stringify(row)).join('\n');
  });
};
