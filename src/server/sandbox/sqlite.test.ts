import { mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { Lab } from '../../contract/lab.ts';
import { Labs } from '../lab/labs.ts';
import { openPlace, type Place } from './place.test-support.ts';

let place: Place;
/** A folder that is nobody's business, with one database in it. */
let outside: string;
const labs = new Labs({ home: null });

beforeAll(async () => {
  place = await openPlace(1);
  outside = await realpath(await mkdtemp(path.join(tmpdir(), 'routewright-outside-')));
  const there = new DatabaseSync(path.join(outside, 'there.db'));
  there.exec("CREATE TABLE secrets (text); INSERT INTO secrets VALUES ('hidden')");
  there.close();
  await writeFile(path.join(outside, 'plain.txt'), 'hidden');
});
afterAll(async () => {
  await place.close();
  await rm(outside, { recursive: true });
});

/** What the expression gives to learner code beside a database, or the error that it meets. */
async function tried(expression: string): Promise<string> {
  const lab = await labs.open(Lab.parse({ database: true }), 'fresh');
  onTestFinished(() => lab.close());
  const app = `import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import * as sqlite from 'node:sqlite';
import Fastify from 'fastify';
const { DatabaseSync } = sqlite;
const there = ${JSON.stringify(path.join(outside, 'there.db'))};
const made = ${JSON.stringify(path.join(outside, 'made.db'))};
const require = createRequire(import.meta.url);
const memory = () => new DatabaseSync(':memory:');
const file = () => new DatabaseSync(process.env.DATABASE_FILE ?? '');
const attach = (place: string) => "ATTACH '" + place + "' AS a; CREATE TABLE a.x (y)";
const vacuum = (place: string) => "VACUUM INTO '" + place + "'";
const write = (db: sqlite.DatabaseSync) => db.exec('CREATE TABLE x (y)');
const read = (db: sqlite.DatabaseSync) => db.prepare('SELECT text FROM secrets').all();
export async function buildApp() {
  const app = Fastify();
  app.get('/', async () => {
    try {
      const got: unknown = await (${expression});
      return { got: got ?? 'nothing' };
    } catch (error) {
      return { refused: String(error) };
    }
  });
  return app;
}`;
  const api = await place.run(app, { lab });
  onTestFinished(() => api.stop());
  return (await fetch(api.url)).text();
}

const ORIGINAL = 'Object.getPrototypeOf(Object.getPrototypeOf(memory()))';

test.for([
  ['a file', 'write(new DatabaseSync(made))'],
  ['a file that is there', 'read(new DatabaseSync(there, { readOnly: true }))'],
  ['a relative path', "write(new DatabaseSync('x.db'))"],
  ['a path with dots', "write(new DatabaseSync(process.env.DATABASE_FILE + '/../../x.db'))"],
  ['a file beside its own', "write(new DatabaseSync(process.env.DATABASE_FILE + '2'))"],
  ['a URI', "read(new DatabaseSync('file:' + there + '?mode=ro'))"],
  ['a URI with a known path in it', "write(new DatabaseSync('file:' + made + '?x=' + process.env.DATABASE_FILE))"],
  ['a URL', 'write(new DatabaseSync(pathToFileURL(made)))'],
  ['bytes', 'write(new DatabaseSync(Buffer.from(made)))'],
  [
    'a text that changes',
    "write(new DatabaseSync(Object.assign(new String(':memory:'), { toString: () => made }) as string))",
  ],
  ['a changed variable', '(Object.assign(process.env, { DATABASE_FILE: made }), write(new DatabaseSync(made)))'],
  ['another way to the module', "write(new (process.getBuiltinModule('node:sqlite').DatabaseSync)(made))"],
  ['require', "write(new (require('node:sqlite').DatabaseSync)(made))"],
  ['a dynamic import', "import('node:sqlite').then((m) => write(new m.default.DatabaseSync(made)))"],
  ['the constructor of an instance', 'write(new (memory().constructor as typeof DatabaseSync)(made))'],
  ['the class above the class', 'write(new (Object.getPrototypeOf(DatabaseSync))(made))'],
  ['a subclass', 'write(new (class extends DatabaseSync {})(made))'],
  ['Reflect.construct', 'write(Reflect.construct(DatabaseSync, [made], Object))'],
  ['an open later', '((db) => (db.open(), write(db)))(new DatabaseSync(made, { open: false }))'],
  ['an open of another', 'DatabaseSync.prototype.open.call({ location: () => made } as never)'],
  ['ATTACH', 'memory().exec(attach(made))'],
  ['ATTACH to its own file', 'file().exec(attach(made))'],
  ['ATTACH of a parameter', "memory().prepare('ATTACH ? AS a').run(made)"],
  ['ATTACH of an expression', 'memory().prepare("ATTACH \'\' || ? AS a").run(made)'],
  ['ATTACH of a URI', "memory().exec(attach('file:' + made))"],
  [
    'ATTACH after a new authorizer',
    '((db) => (db.setAuthorizer(() => 0), db.setAuthorizer(null), db.exec(attach(made))))(memory())',
  ],
  ['ATTACH after another open', '((db) => (db.close(), db.open(), db.exec(attach(made))))(memory())'],
  [
    'ATTACH by a tagged statement',
    'memory().createTagStore().run(Object.assign(["ATTACH ", " AS a"], { raw: [] }) as never, made)',
  ],
  [
    'ATTACH after an open that failed half way',
    "((one) => { one.exec('CREATE TABLE x (y); BEGIN EXCLUSIVE'); const db = new DatabaseSync(process.env.DATABASE_FILE ?? '', { open: false, timeout: 0 }); try { db.open(); } catch {} return db.exec(attach(made)); })(file())",
  ],
  [
    'ATTACH after an open at the end of the stack',
    "((db) => { const deep = () => { try { deep(); } catch {} if (!db.isOpen) try { db.open(); } catch {} }; deep(); return db.exec(attach(made)); })(new DatabaseSync(':memory:', { open: false }))",
  ],
  ['VACUUM INTO', 'memory().exec(vacuum(made))'],
  ['VACUUM INTO a parameter', "file().prepare('VACUUM INTO ?').run(made)"],
  ['a backup', 'sqlite.backup(memory(), made)'],
  ['a backup by another way', "require('node:sqlite').backup(file(), made)"],
  ['an extension', "memory().loadExtension('/lib/x.so')"],
  [
    'an extension that was asked for',
    "((db) => (db.enableLoadExtension(true), db.loadExtension('/lib/x.so')))(new DatabaseSync(':memory:', { allowExtension: true }))",
  ],
  ['an extension in SQL', 'memory().prepare("SELECT load_extension(\'/lib/x.so\')").get()'],
  ['a method of the object behind', `write(new (${ORIGINAL}.constructor as typeof DatabaseSync)(made))`],
  ['the inner module', "(process as never as { binding(name: string): never }).binding('sqlite')"],
  [
    "the guard's own module",
    "((guard) => (guard.guardSqlite()(made), write(new DatabaseSync(made))))(createRequire(process.argv[1] ?? '')('./guard-sqlite.ts'))",
  ],
  [
    'a patched Reflect',
    '((real) => { try { Reflect.apply = (f, t, a) => real(f, t, [made]); write(new DatabaseSync(made)); } finally { Reflect.apply = real; } })(Reflect.apply)',
  ],
  [
    'a patched text',
    '((real) => { try { String.prototype.toLowerCase = () => ""; write(new DatabaseSync(made)); } finally { String.prototype.toLowerCase = real; } })(String.prototype.toLowerCase)',
  ],
] as const)('no database by %s', async ([, expression]) => {
  const text = await tried(expression);
  expect(text).toContain('"refused"');
  expect(text).not.toContain('hidden');
  expect((await readdir(outside)).sort()).toEqual(['plain.txt', 'there.db']);
});

test.for([
  ['the journal stays one', "file().prepare('PRAGMA Journal_Mode').get()?.journal_mode", 'delete'],
  [
    'a setting that is asked for is left out without a word',
    "((db) => (db.exec('PRAGMA journal_mode = WAL; PRAGMA temp_store = FILE; PRAGMA MAX_PAGE_COUNT = 99999999'), db.prepare('PRAGMA max_page_count').get()?.max_page_count))(file())",
    16_384,
  ],
  [
    'a file is never locked for good',
    "((db) => (db.exec('PRAGMA main.Locking_Mode = EXCLUSIVE'), db.prepare('PRAGMA locking_mode').get()?.locking_mode))(file())",
    'normal',
  ],
  ['an empty name is memory', "((db) => (write(db), db.location()))(new DatabaseSync(''))", 'nothing'],
  [
    'memory can be attached',
    "((db) => (db.exec(\"ATTACH ':memory:' AS m; CREATE TABLE m.x (y)\"), 'fine'))(memory())",
    'fine',
  ],
  ['VACUUM works', "((db) => (write(db), db.exec('VACUUM'), 'fine'))(file())", 'fine'],
  ['the class is itself', 'memory() instanceof DatabaseSync && DatabaseSync.name', 'DatabaseSync'],
  ['a subclass is one', "new (class Books extends DatabaseSync { all() { return 'all'; } })(':memory:').all()", 'all'],
  [
    "the learner's own authorizer is asked too",
    "((db) => { db.setAuthorizer((action) => (action === sqlite.constants.SQLITE_CREATE_TABLE ? 1 : 0)); try { write(db); return 'written'; } catch (error) { return (error as Error).message; } })(memory())",
    'not authorized',
  ],
  [
    'options are kept',
    "new DatabaseSync(':memory:', { readBigInts: true }).prepare('SELECT typeof(1) AS t').get()?.t",
    'integer',
  ],
] as const)('%s', async ([, expression, expected]) => {
  expect(JSON.parse(await tried(expression))).toEqual({ got: expected });
});
