import { describe, expect, it } from 'vitest';
import { Stop } from './say.mjs';
import { defaultHome, readStartOptions } from './start-options.mjs';

const from = { cwd: '/projects/mine', home: '/home/ada/data' };
const read = (...args: string[]) => readStartOptions(args, from);

describe('the options of npm start', () => {
  it('have defaults', () => {
    expect(read()).toEqual({
      ...{ help: false, browser: false, open: true, port: 0 },
      ...{ home: '/home/ada/data', course: null, lesson: null, publicUrl: null },
    });
  });

  it('take folders from where the user stands', () => {
    const options = read(
      '--browser',
      '--no-open',
      '--port',
      '4000',
      '--home',
      'mine',
      '--course=../lessons',
      '--lesson=cors',
    );
    expect(options).toMatchObject({
      browser: true,
      open: false,
      port: 4000,
      home: '/projects/mine/mine',
      course: '/projects/lessons',
      lesson: 'cors',
    });
  });

  it('open nothing for a class, whose browsers are elsewhere', () => {
    const publicUrl = 'https://class.example/alice/';
    expect(read('--public-url', publicUrl)).toMatchObject({ publicUrl, open: false });
  });

  it.each([
    [['--hoem', 'x'], "Unknown option '--hoem'"],
    [['extra'], "Unexpected argument 'extra'"],
    [['--port', '70000'], '--port takes a number from 0 to 65535, not "70000"'],
    [['--port', '80a'], 'not "80a"'],
    [['--port'], "Option '--port <value>' argument missing"],
    [['--home='], '--home takes a folder'],
    [['--lesson='], '--lesson takes the id of a lesson'],
  ])('refuse %j in a plain sentence', (args, sentence) => {
    expect(() => read(...args)).toThrow(Stop);
    expect(() => read(...args)).toThrow(sentence);
  });
});

describe('the default home', () => {
  it('is the place for data of applications on each system', () => {
    expect(defaultHome({ env: {}, platform: 'linux', user: '/home/ada' })).toBe('/home/ada/.local/share/Routewright');
    expect(defaultHome({ env: { XDG_DATA_HOME: '/data' }, platform: 'linux', user: '/x' })).toBe('/data/Routewright');
    expect(defaultHome({ env: {}, platform: 'darwin', user: '/Users/ada' })).toBe(
      '/Users/ada/Library/Application Support/Routewright',
    );
    expect(defaultHome({ env: { APPDATA: '/AppData' }, platform: 'win32', user: '/x' })).toBe('/AppData/Routewright');
  });
});
