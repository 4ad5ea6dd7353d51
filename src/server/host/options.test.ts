import { expect, test } from 'vitest';
import { readOptions, SERVER_HELP, SERVER_OPTIONS } from './options.ts';

test('the help names each option, and no other', () => {
  const named = SERVER_HELP.match(/^ {2}--[a-z-]+/gm)?.map((name) => name.replace('  --', ''));
  expect(named?.sort()).toEqual(Object.keys(SERVER_OPTIONS).sort());
});

test('what the help says of a default is so', () => {
  expect(readOptions([])).toMatchObject({
    home: expect.stringMatching(/[\\/]\.routewright$/),
    course: expect.stringMatching(/[\\/]lessons$/),
    renderer: expect.stringMatching(/[\\/]out[\\/]renderer$/),
    ...{ port: 0, lesson: null, publicUrl: null, parentStdin: false },
  });
});

test.each(['home', 'course', 'renderer'])(
  '--%s without a folder is refused: it would be the one where the server starts',
  (name) => {
    expect(() => readOptions([`--${name}`, ''])).toThrow(`--${name} takes a folder.`);
  },
);
