import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindowConstructorOptions } from 'electron';
import { afterEach, describe, expect, it } from 'vitest';
import { runShell, type ShellParts } from './shell.ts';

const origin = 'http://127.0.0.1:4321';
const serves = `console.log('Workbench ready at ${origin}/?token=abc'); process.stdin.resume();`;
const homes: string[] = [];
afterEach(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
});

type Handler = (...args: never[]) => unknown;

/** Electron as far as the shell uses it, with everything that the shell does to it on record. */
function fakeElectron({ code = serves, lock = true } = {}) {
  const home = mkdtempSync(join(tmpdir(), 'routewright-shell-'));
  homes.push(home);
  const record = {
    home,
    windows: [] as BrowserWindowConstructorOptions[],
    loaded: [] as string[],
    announced: [] as string[],
    errors: [] as string[],
    opened: [] as string[],
    paths: {} as Record<string, string>,
    handlers: {} as Record<string, Handler>,
    session: {} as Record<string, Handler>,
    sandboxed: false,
    servers: [] as ReturnType<typeof spawn>[],
    answer: 0,
  };
  const quit = Promise.withResolvers<number>();
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    getPath: () => home,
    setPath: (name: string, path: string) => {
      record.paths[name] = path;
    },
    enableSandbox: () => {
      record.sandboxed = true;
    },
    requestSingleInstanceLock: () => lock,
    whenReady: async () => {},
    quit: () => {
      let prevented = false;
      app.emit('before-quit', { preventDefault: () => (prevented = true) });
      if (!prevented) quit.resolve(0);
    },
    exit: (exitCode: number) => quit.resolve(exitCode),
  });
  class Window extends EventEmitter {
    constructor(options: BrowserWindowConstructorOptions) {
      super();
      record.windows.push(options);
    }
    async loadURL(url: string) {
      record.loaded.push(url);
    }
    show() {}
    focus() {}
    isMinimized() {
      return false;
    }
  }
  const keep = (name: string) => (handler: Handler) => {
    record.session[name] = handler;
  };
  const parts = {
    app,
    BrowserWindow: Window,
    dialog: {
      showMessageBox: async () => ({ response: record.answer }),
      showErrorBox: (_title: string, text: string) => record.errors.push(text),
    },
    ipcMain: {
      handle: (channel: string, handler: Handler) => {
        record.handlers[channel] = handler;
      },
    },
    Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: () => {} },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    defaultSession: () => ({
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
    }),
    shell: {
      openExternal: async (url: string) => record.opened.push(url),
      openPath: async (path: string) => {
        record.opened.push(path);
        return '';
      },
    },
    spawn: () => {
      const child = spawn(process.execPath, ['-e', code], { stdio: ['pipe', 'pipe', 'pipe'] });
      record.servers.push(child);
      return child;
    },
    args: ['--home', home],
    root: '/somewhere',
    preload: '/somewhere/preload.cjs',
    stdin: new EventEmitter(),
    announce: (line: string) => record.announced.push(line),
  };
  // The fake has what the shell touches; nothing less than the whole of Electron has its full type.
  return { parts: parts as unknown as ShellParts, app, record, ended: quit.promise };
}

/** A page's contents with the guards of the shell on them. */
function guarded(app: EventEmitter) {
  const opener: { open?: (details: { url: string }) => { action: string } } = {};
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: (details: { url: string }) => { action: string }) => {
      opener.open = handler;
    },
  });
  app.emit('web-contents-created', {}, contents);
  const goes = (event: string, details: object) => {
    let prevented = false;
    contents.emit(event, { ...details, preventDefault: () => (prevented = true) });
    return !prevented;
  };
  return { goes, open: (url: string) => opener.open?.({ url }) };
}

describe('the shell', () => {
  it('opens one locked-down window on the server and says where it serves', async () => {
    const { parts, app, record, ended } = fakeElectron();
    await runShell(parts);
    expect(record.sandboxed).toBe(true);
    expect(record.loaded).toEqual([`${origin}/?token=abc`]);
    expect(record.announced).toEqual([`Workbench ready at ${origin}/?token=abc`]);
    expect(record.windows).toHaveLength(1);
    expect(record.windows[0]?.webPreferences).toEqual({
      preload: '/somewhere/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: false,
    });
    app.quit();
    await ended;
  });

  it('keeps all its state below the home', async () => {
    const { parts, app, record, ended } = fakeElectron();
    await runShell(parts);
    expect(record.paths.userData).toBe(join(record.home, 'desktop'));
    app.quit();
    await ended;
  });

  it('ends the server when it ends, and only then itself', async () => {
    const { parts, app, record, ended } = fakeElectron();
    await runShell(parts);
    app.emit('window-all-closed');
    expect(await ended).toBe(0);
    const [server] = record.servers;
    expect(server?.exitCode ?? server?.signalCode).not.toBeNull();
    expect(record.errors).toEqual([]);
  });

  it('says so and ends when the server ends by itself', async () => {
    const { parts, record, ended } = fakeElectron();
    await runShell(parts);
    record.servers[0]?.kill('SIGKILL');
    expect(await ended).toBe(1);
    expect(record.errors.join()).toContain('Your work is saved');
  });

  it('shows why the server could not start', async () => {
    const { parts, record, ended } = fakeElectron({
      code: `console.error('The home is not writable.'); process.exit(1)`,
    });
    await runShell(parts);
    expect(await ended).toBe(1);
    expect(record.errors).toEqual(['The home is not writable.']);
    expect(record.windows).toEqual([]);
  });

  it('leaves a home alone that is open already', async () => {
    const { parts, record, ended } = fakeElectron({ lock: false });
    await runShell(parts);
    expect(await ended).toBe(0);
    expect(record.servers).toEqual([]);
  });

  it('shows the lesson that another start of the same home is about', async () => {
    const { parts, app, record, ended } = fakeElectron();
    await runShell(parts);
    const told = [{ lesson: 'first-route' }, { lesson: undefined }, { lesson: '../x' }, { lesson: 4 }, null];
    for (const one of told) app.emit('second-instance', {}, [], '/', one);
    expect(record.loaded).toEqual([`${origin}/?token=abc`, `${origin}/?lesson=first-route`]);
    app.quit();
    await ended;
  });

  it('denies foreign navigation, frames, windows and webviews', async () => {
    const { parts, app, record, ended } = fakeElectron();
    await runShell(parts);
    const page = guarded(app);
    for (const event of ['will-navigate', 'will-redirect']) {
      expect(page.goes(event, { url: `${origin}/` })).toBe(true);
      expect(page.goes(event, { url: 'https://example.org/' })).toBe(false);
    }
    expect(page.goes('will-frame-navigate', { url: `${origin}/docs-frame/`, isMainFrame: false })).toBe(true);
    expect(page.goes('will-frame-navigate', { url: 'about:srcdoc', isMainFrame: true })).toBe(false);
    expect(page.goes('will-frame-navigate', { url: 'https://example.org/', isMainFrame: false })).toBe(false);
    expect(page.goes('will-attach-webview', {})).toBe(false);
    expect(page.open(`${origin}/`)).toEqual({ action: 'deny' });
    expect(page.open('file:///etc/passwd')).toEqual({ action: 'deny' });
    expect(record.opened).toEqual([]);
    app.quit();
    await ended;
  });

  it('opens a link outside only after a yes', async () => {
    const { parts, app, record, ended } = fakeElectron();
    await runShell(parts);
    const page = guarded(app);
    record.answer = 1;
    expect(page.open('https://example.org/no')).toEqual({ action: 'deny' });
    await new Promise(setImmediate);
    record.answer = 0;
    expect(page.open('https://example.org/yes')).toEqual({ action: 'deny' });
    await new Promise(setImmediate);
    expect(record.opened).toEqual(['https://example.org/yes']);
    app.quit();
    await ended;
  });

  it('answers every permission and every device with no', async () => {
    const { parts, app, record, ended } = fakeElectron();
    await runShell(parts);
    const details = { isMainFrame: true, requestingUrl: `${origin}/` };
    const asked: boolean[] = [];
    const ask = record.session.request as unknown as (
      c: null,
      p: string,
      cb: (yes: boolean) => void,
      d: object,
    ) => void;
    ask(null, 'media', (yes) => asked.push(yes), details);
    ask(null, 'clipboard-sanitized-write', (yes) => asked.push(yes), details);
    ask(null, 'clipboard-sanitized-write', (yes) => asked.push(yes), { ...details, isMainFrame: false });
    expect(asked).toEqual([false, true, false]);
    const check = record.session.check as unknown as (c: null, p: string, o: string, d: object) => boolean;
    expect(check(null, 'media', origin, details)).toBe(false);
    expect((record.session.device as unknown as () => boolean)()).toBe(false);
    app.quit();
    await ended;
  });

  it('shows a folder to its own page only', async () => {
    const { parts, app, record, ended } = fakeElectron();
    await runShell(parts);
    const [handler] = Object.values(record.handlers) as unknown as ((e: object, f: unknown) => Promise<boolean>)[];
    const folder = join(record.home, 'workspaces', 'library');
    const own = { senderFrame: { url: `${origin}/`, parent: null } };
    expect(await handler?.(own, folder)).toBe(true);
    expect(await handler?.(own, '/etc')).toBe(false);
    expect(await handler?.({ senderFrame: null }, folder)).toBe(false);
    expect(await handler?.({ senderFrame: { url: 'https://example.org', parent: null } }, folder)).toBe(false);
    expect(record.opened).toEqual([folder]);
    app.quit();
    await ended;
  });
});
