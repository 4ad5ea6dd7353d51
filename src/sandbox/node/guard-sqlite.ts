import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import type { DatabaseSync as Database, DatabaseSyncOptions } from 'node:sqlite';
import { DatabaseRefusedError, judgeAction, MOST_PAGES } from './sqlite-rules.ts';

/** Not imported, so that what learner code imports is made after the guard. */
const sqlite = process.getBuiltinModule('node:sqlite');

// Learner code may put anything in their place.
const { apply, construct } = Reflect;
const { resolve } = path;
const { add, delete: remove, has } = WeakSet.prototype;

type Authorizer = Parameters<Database['setAuthorizer']>[0];

/** How long one revision waits for the one before to let go of the file. */
const BUSY_MS = 500;
/** What a connection is before learner code gets it; the rules keep it so. Practice data need not survive a power loss. */
const BEGINNING = `PRAGMA temp_store = MEMORY; PRAGMA synchronous = OFF; PRAGMA max_page_count = ${MOST_PAGES}`;

/**
 * Node's permission model does not ask for files of `node:sqlite`. From now on a database is in memory or the
 * allowed file, a connection reaches no other file, and the class that could is not to be found any more. All ways to
 * the module (import, require, getBuiltinModule) lead to the same object.
 * Returns what allows a file, absolute and without links on the way, or none, in place of the one before. Nobody else can: learner
 * code may load this module too.
 */
export function guardSqlite(): (file: string | undefined) => void {
  let allowed: string | undefined;
  const { DatabaseSync } = sqlite;
  const { prototype } = DatabaseSync;
  const { open, exec, setAuthorizer } = prototype;
  /** Open connections with rules. What SQL can be given to asks for it, since the steps to that can be made to fail. */
  const ruled = new WeakSet<object>();

  /** Opens, and gives the connection its rules before anything can be asked of it. */
  function openGuarded(database: Database): void {
    apply(remove, ruled, [database]);
    apply(open, database, []);
    apply(exec, database, [BEGINNING]);
    apply(setAuthorizer, database, [judgeAction]);
    apply(add, ruled, [database]);
  }

  function ruledOnly(name: 'exec' | 'prepare' | 'createTagStore') {
    const method = prototype[name];
    return function guarded(this: Database, ...given: unknown[]): unknown {
      if (this.isOpen && !apply(has, ruled, [this])) throw new DatabaseRefusedError('It was not opened to its end.');
      return apply(method, this, given);
    };
  }

  function Guarded(this: unknown, file: unknown, options?: DatabaseSyncOptions): object {
    if (new.target === undefined) throw new TypeError("Class constructor DatabaseSync needs 'new'");
    const isOpen = options?.open !== false;
    const made: Database = construct(DatabaseSync, [placeOf(file, allowed), safeOptions(options)], new.target);
    if (isOpen) openGuarded(made);
    return made;
  }
  Object.defineProperty(Guarded, 'name', { value: 'DatabaseSync' });
  Object.defineProperty(Guarded, 'prototype', { value: prototype, writable: false });

  const guarded: Partial<Record<keyof Database | 'constructor', unknown>> = {
    constructor: Guarded,
    open(this: Database) {
      openGuarded(this);
    },
    exec: ruledOnly('exec'),
    prepare: ruledOnly('prepare'),
    createTagStore: ruledOnly('createTagStore'),
    setAuthorizer(this: Database, learners: Authorizer) {
      if (learners !== null && typeof learners !== 'function') {
        throw new TypeError('The "callback" argument must be a function or null.');
      }
      apply(setAuthorizer, this, [learners === null ? judgeAction : both(learners)]);
    },
    enableLoadExtension: refused('Extensions cannot be loaded here.'),
    loadExtension: refused('Extensions cannot be loaded here.'),
    enableDefensive: refused('A connection stays defensive here.'),
  };
  for (const [name, value] of Object.entries(guarded)) {
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true, enumerable: false });
  }
  Reflect.set(sqlite, 'DatabaseSync', Guarded);
  Reflect.set(sqlite, 'backup', refused('Copies of a database cannot be made here.'));
  syncBuiltinESMExports();
  return (file) => {
    allowed = file;
  };
}

/** The rules first; what they allow, the learner's own may still refuse. */
function both(learners: NonNullable<Authorizer>): NonNullable<Authorizer> {
  return (action, first, second, database, trigger) => {
    const ruled = judgeAction(action, first, second);
    return ruled === 0 ? learners(action, first, second, database, trigger) : ruled;
  };
}

/** What SQLite may open for what a learner named: never a URI, never a relative path, never an object that changes. */
function placeOf(file: unknown, allowed: string | undefined): string {
  // An empty name would be a temporary file; with temp_store it is in memory too.
  if (file === ':memory:' || file === '') return ':memory:';
  if (typeof file !== 'string') throw new DatabaseRefusedError('Its place must be a text.');
  const place = resolve(file);
  if (place !== allowed) throw new DatabaseRefusedError(`${file} is not a place for your data.`);
  return place;
}

/** Read once and copied; `open` is done here, with the rules. */
function safeOptions(options: DatabaseSyncOptions | undefined): object {
  return {
    __proto__: null,
    open: false,
    allowExtension: false,
    defensive: true,
    timeout: options?.timeout ?? BUSY_MS,
    readOnly: options?.readOnly,
    enableForeignKeyConstraints: options?.enableForeignKeyConstraints,
    enableDoubleQuotedStringLiterals: options?.enableDoubleQuotedStringLiterals,
    readBigInts: options?.readBigInts,
    returnArrays: options?.returnArrays,
    allowBareNamedParameters: options?.allowBareNamedParameters,
    allowUnknownNamedParameters: options?.allowUnknownNamedParameters,
  };
}

function refused(sentence: string): () => never {
  return () => {
    throw new DatabaseRefusedError(sentence);
  };
}
