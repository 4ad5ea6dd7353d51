import { describe, expect, it } from 'vitest';
import { readSiteOptions, requireCourse } from './site-options.mjs';

const read = (...args: string[]) => readSiteOptions(args, '/somewhere');

describe('the options of npm run site', () => {
  it('leaves to the site what is not said', () => {
    expect(read()).toEqual({ help: false, watch: false, port: 4321, env: {} });
  });

  it('makes of any way to write a base the one with a slash at both ends', () => {
    for (const base of ['a/b', '/a/b', 'a/b/', '/a/b/']) expect(read('--base', base).env.SITE_BASE).toBe('/a/b/');
    expect(read('--base', '/').env.SITE_BASE).toBe('/');
  });

  it('takes folders from where it was called', () => {
    expect(read('--out', 'x', '--course', 'y').env).toEqual({ SITE_OUT: '/somewhere/x', SITE_COURSE: '/somewhere/y' });
  });

  it('ends the address of the edit links with a slash', () => {
    expect(read('--edit-url', 'https://code.example/edit/main').env.SITE_EDIT_URL).toBe(
      'https://code.example/edit/main/',
    );
  });

  it.each([
    [['--url', 'learn.example'], /--url takes an address/],
    [['--url', 'https://learn.example/x/'], /with --base/],
    [['--base', 'a b'], /--base takes a path/],
    [['--port', '70000'], /--port/],
    [['--nope'], /--nope/],
  ])('refuses %j and says what it takes', (args, message) => {
    expect(() => read(...args)).toThrow(message);
  });

  it('refuses a folder that holds no course, before anything is built', () => {
    expect(() => requireCourse(read('--course', 'x').env)).toThrow(/There is no course in .*x: it has no course\.yaml/);
    expect(() => requireCourse(readSiteOptions(['--course', 'lessons'], process.cwd()).env)).not.toThrow();
    expect(() => requireCourse(read().env)).not.toThrow();
  });
});
