import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ERRORS, ErrorCode, errorMessage, RETIRED_CODES, RoutewrightError } from './errors.ts';

const SOURCE = join(import.meta.dirname, '..');
const TABLE = join('contract', 'errors.ts');
const CODE = /\bRW_[A-Z]+(?:_[A-Z]+)*\b/g;

/** Every source file with the codes that it names; tests do not count as use. */
const uses = readdirSync(SOURCE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|tsx|cts|cjs|mjs)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ file: relative(SOURCE, path), codes: readFileSync(path, 'utf8').match(CODE) ?? [] }))
  .filter(({ file }) => file !== TABLE);
const used = new Set(uses.flatMap(({ codes }) => codes));
const rows = Object.entries(ERRORS);

describe('the table and the source', () => {
  test('every code that the source names has a row', () => {
    const unknown = uses.flatMap(({ file, codes }) =>
      codes.filter((code) => !Object.hasOwn(ERRORS, code)).map((code) => `${code} in ${file}`),
    );
    expect(unknown).toEqual([]);
  });

  test('every row is used by the source', () => {
    expect(rows.map(([code]) => code).filter((code) => !used.has(code))).toEqual([]);
  });

  test('a retired code has no row and is not used', () => {
    expect(RETIRED_CODES.filter((code) => Object.hasOwn(ERRORS, code) || used.has(code))).toEqual([]);
    expect(new Set(RETIRED_CODES).size).toBe(RETIRED_CODES.length);
  });
});

describe.each(rows)('%s', (code, row) => {
  test('is named RW_<AREA>_<PROBLEM>', () => {
    // The one code without a problem is that for what nobody foresaw.
    expect(code).toMatch(/^RW_(INTERNAL|[A-Z]+(_[A-Z]+)+)$/);
    expect(ErrorCode.parse(code)).toBe(code);
  });

  test('says what is wrong and what to do, in whole sentences', () => {
    expect(row.message.trim()).not.toBe('');
    expect(row.action).toMatch(/[.!?]$/);
    // A message may end with a detail that the caller wrote.
    expect(row.message).toMatch(/([.!?:]|\{\w+\})$/);
  });

  test('has well-formed placeholders', () => {
    for (const text of [row.message, row.action]) {
      const left = text.replace(/\{[a-z]+\}/g, '').replace(/`[^`]*`/g, '');
      expect(left).not.toMatch(/[{}]/);
    }
  });
});

describe('placeholders', () => {
  test('are filled from the values; one without a value stays to be seen', () => {
    expect(errorMessage('RW_FILE_TOO_LARGE', { file: 'a.ts', limit: 10 })).toBe('a.ts is larger than 10 bytes.');
    expect(errorMessage('RW_FILE_TOO_LARGE', { file: 'a.ts' })).toBe('a.ts is larger than {limit} bytes.');
    expect(errorMessage('RW_HOST_PORT', { port: 0 })).toContain('Port 0 ');
  });

  test('take a value as it is', () => {
    expect(errorMessage('RW_COURSE_SCHEMA', { detail: '$& {file} $1' })).toBe('$& {file} $1');
  });
});

test('an error keeps its code, its values and its cause', () => {
  const cause = new Error('ENOSPC');
  const error = new RoutewrightError('RW_FILE_NOT_SAVED', { file: 'a.ts', detail: 'the disk is full' }, { cause });
  expect(error).toMatchObject({ name: 'RoutewrightError', code: 'RW_FILE_NOT_SAVED', cause, values: { file: 'a.ts' } });
  expect(error.message).toBe('a.ts could not be saved: the disk is full');
  expect(error.action).toMatch(/^Your text is still in the editor\./);
  expect(error).toBeInstanceOf(Error);
});
