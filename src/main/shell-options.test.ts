import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readShellOptions } from './shell-options.ts';

const appData = resolve('/home/ada/.config');

test('without options everything is where the system keeps the data of applications', () => {
  expect(readShellOptions([], appData)).toEqual({
    home: join(appData, 'Routewright'),
    port: '0',
    course: undefined,
    lesson: undefined,
    parentStdin: false,
  });
});

test('folders are meant from where the program was started, not from where its server runs', () => {
  expect(readShellOptions(['--home', 'here', '--course=../weather'], appData)).toMatchObject({
    home: resolve('here'),
    course: resolve('../weather'),
  });
});

test("switches of Chromium's are left alone, and an option without its value is none", () => {
  const args = ['--no-sandbox', '--lang=de', '--port', '4100', '--lesson', 'create-book', '--home'];
  expect(readShellOptions(args, appData)).toMatchObject({
    home: join(appData, 'Routewright'),
    port: '4100',
    lesson: 'create-book',
  });
});
