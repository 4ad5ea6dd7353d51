import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../setup/pinned-node.mjs';
import { EXCEPTIONS, isAllowed, whyNotAllowed } from './allowed.ts';
import { splitLicence } from './licence-text.ts';
import { noticesOf, packagesIn, staleNotices } from './notices.ts';
import { idOf, importedPackages, shippedPackages } from './shipped.ts';

describe('a licence', () => {
  it.each([
    ['MIT', true],
    ['(MPL-2.0 OR Apache-2.0)', true],
    ['(MIT AND (ISC OR GPL-3.0-only))', true],
    ['GPL-3.0-only', false],
    ['(MIT AND CC-BY-3.0)', false],
    ['MIT AND GPL-2.0-only', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['UNLICENSED', false],
    ['(MIT OR', false],
    ['', false],
  ])('%s is allowed: %s', (expression, allowed) => {
    expect(isAllowed(expression)).toBe(allowed);
  });

  it('is needed, and one that is allowed for one package is not for another', () => {
    const font = { name: '@fontsource-variable/inter', version: '1.0.0', licence: 'OFL-1.1' };
    expect(whyNotAllowed(font)).toBeNull();
    expect(whyNotAllowed({ ...font, name: 'another' })).toContain('OFL-1.1, which is not allowed');
    expect(whyNotAllowed({ ...font, licence: 'GPL-3.0-only' })).toContain('not allowed');
    expect(whyNotAllowed({ ...font, licence: '' })).toContain('says nothing');
  });

  it('is told apart from who holds the copyright', () => {
    const text =
      'The MIT License (MIT)\r\n\r\nCopyright (c) 2020 A. Person\r\nAll rights reserved.\r\n\r\n\r\n' +
      'Permission is granted, if the above\ncopyright notice is kept.\n\nTHE SOFTWARE IS PROVIDED "AS IS".';
    expect(splitLicence(text)).toEqual({
      copyright: ['Copyright (c) 2020 A. Person'],
      text: 'Permission is granted, if the above\ncopyright notice is kept.\n\nTHE SOFTWARE IS PROVIDED "AS IS".',
    });
  });
});

describe('what is shipped', () => {
  const shipped = shippedPackages();
  const names = new Set(shipped.map(({ name }) => name));

  it('is what the server needs, what the page and the site are built of, and Electron', () => {
    for (const name of ['fastify', 'avvio', 'react', 'scheduler', 'monaco-editor', 'vue', 'electron', 'pagefind'])
      expect(names).toContain(name);
    for (const name of ['vitest', 'typescript', 'electron-builder', 'vite', 'sharp', '@types/react'])
      expect(names).not.toContain(name);
  });

  it('may be shipped', () => {
    expect(shipped.map(whyNotAllowed).filter((why) => why !== null)).toEqual([]);
  });

  it('needs each exception', () => {
    expect(Object.keys(EXCEPTIONS).filter((name) => !names.has(name))).toEqual([]);
  });

  it('stands in the notices, and nothing else does', () => {
    const notices = readFileSync(join(ROOT, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    expect(staleNotices(notices, shipped)).toEqual([]);
    const [first] = shipped;
    if (first === undefined) throw new Error('nothing is shipped');
    expect(staleNotices(notices, [...shipped.slice(1), { ...first, version: '99.0.0' }])).toEqual([
      `${first.name} 99.0.0 is shipped and not in the notices.`,
      `${idOf(first)} is in the notices and not shipped.`,
    ]);
    expect(staleNotices(notices, [...shipped.slice(1), { ...first, licence: 'WTFPL' }])).toHaveLength(1);
  });
});

describe('with packages of its own', () => {
  let folder: string;
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'routewright-licences-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('the notices give each text once, each holder, and what a package adds', () => {
    const text = 'Permission is\ngranted.\n';
    write('node_modules/a/LICENSE', `MIT License\n\nCopyright (c) A\n\n${text}`);
    write('node_modules/a/NOTICE.txt', 'Parts are from elsewhere.');
    write('node_modules/b/license.md', `Copyright (c) B\n\n${text.replace('\n', ' ')}`);
    write('node_modules/c/package.json', '{ "author": "C <c@example.org>" }');
    const one = (name: string) => ({ name, version: '1.0.0', licence: 'MIT', path: `node_modules/${name}`, folder });
    const notices = noticesOf(['a', 'b', 'c'].map(one));
    expect(notices).toContain(
      'a 1.0.0\n    Copyright (c) A\nb 1.0.0\n    Copyright (c) B\nc 1.0.0\n    C\n\nPermission is\ngranted.\n',
    );
    expect(notices.match(/Permission/g)).toHaveLength(1);
    expect(notices).toContain('Further notices of a\n');
    expect(notices).toContain('Parts are from elsewhere.');
    expect([...packagesIn(notices)]).toEqual(['a', 'b', 'c'].map((name) => [`${name} 1.0.0`, 'MIT']));
    expect(() => noticesOf([{ ...one('c'), licence: 'ISC' }])).toThrow('no text for the licence ISC');
    expect(() => noticesOf([one('missing')])).toThrow('is not installed');
  });

  it('imports are found in every form, tests left out', () => {
    write(
      'a.ts',
      `import x from 'one';\nimport { y } from "@two/deep/file.js";\nimport 'three/style.css';\nimport './z.ts';`,
    );
    write('sub/b.tsx', `import {\n  long,\n} from 'four';\nconst five = await import('five');\nimport 'node:fs';`);
    write('c.css', `@import 'six';`);
    write('d.test.ts', `import 'seven';`);
    expect(importedPackages([folder])).toEqual(['@two/deep', 'five', 'four', 'one', 'six', 'three']);
  });
});
