import { describe, expect, it } from 'vitest';
import { isOwnPage, mayNavigate, mayOpenOutside, mayShowInFrame, mayUse, workspaceFolder } from './guard.ts';

const origin = 'http://127.0.0.1:4321';
const foreign = [
  'http://127.0.0.1:4322/',
  'http://127.0.0.1:4321.example.org/',
  'http://localhost:4321/',
  'https://127.0.0.1:4321/',
  'http://user@example.org/http://127.0.0.1:4321',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'not a url',
  '',
];

describe('where a page may go', () => {
  it.each(foreign)('refuses %j', (url) => {
    expect(mayNavigate(url, origin)).toBe(false);
    expect(mayShowInFrame(url, origin)).toBe(false);
    expect(isOwnPage({ url, parent: null }, origin)).toBe(false);
    expect(mayUse('clipboard-sanitized-write', url, origin)).toBe(false);
  });
  it('lets its own origin through', () => {
    expect(mayNavigate(`${origin}/docs-frame/?x#y`, origin)).toBe(true);
    expect(mayShowInFrame('about:srcdoc', origin)).toBe(true);
    expect(mayNavigate('about:srcdoc', origin)).toBe(false);
  });
});

describe('what may leave the window', () => {
  it('offers https only', () => {
    expect(mayOpenOutside('https://www.rfc-editor.org/rfc/rfc9110')).toBe(true);
    for (const url of ['http://example.org', 'file:///etc/passwd', 'ms-msdt:/id', 'smb://host/x', 'nonsense'])
      expect(mayOpenOutside(url)).toBe(false);
  });
});

describe('permissions', () => {
  it('are all refused but the writing of text to the clipboard', () => {
    expect(mayUse('clipboard-sanitized-write', `${origin}/`, origin)).toBe(true);
    for (const permission of ['clipboard-read', 'media', 'geolocation', 'notifications', 'openExternal', 'usb', 'hid'])
      expect(mayUse(permission, `${origin}/`, origin)).toBe(false);
  });
});

describe('who may send a message', () => {
  it('is the main frame of its own page, and nobody else', () => {
    expect(isOwnPage({ url: `${origin}/`, parent: null }, origin)).toBe(true);
    expect(isOwnPage({ url: `${origin}/docs-frame/`, parent: {} }, origin)).toBe(false);
    expect(isOwnPage(null, origin)).toBe(false);
  });
});

describe('which folder may be shown', () => {
  it('is one below the workspaces of this home', () => {
    expect(workspaceFolder('/home/ada/rw/workspaces/library', '/home/ada/rw')).toBe('/home/ada/rw/workspaces/library');
    for (const folder of [
      '/home/ada/rw/workspaces',
      '/home/ada/rw/workspaces/../progress.sqlite',
      '/home/ada/rw/workspaces-of-others/x',
      '/etc',
      '/home/ada/rw/workspaces/x\0/y',
      7,
      null,
    ])
      expect(workspaceFolder(folder, '/home/ada/rw')).toBeNull();
  });
});
