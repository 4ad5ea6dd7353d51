import { join } from 'node:path';
import type { App, BrowserWindow, Dialog, IpcMain, Menu, Screen, Session, Shell } from 'electron';
import { DESKTOP_CHANNELS } from '../contract/desktop.ts';
import { LESSON_PARAMETER, lessonOf } from '../contract/lesson-address.ts';
import { isOwnPage, workspaceFolder } from './guard.ts';
import { menuTemplate } from './menu.ts';
import { guardContents, guardSession } from './page-guards.ts';
import { type ServerProcess, type Spawn, startServer } from './server-process.ts';
import { readShellOptions } from './shell-options.ts';
import { windowOptions } from './window-options.ts';
import { readWindowState, writeWindowState } from './window-state.ts';

/** What the shell uses of Electron and Node: all of it, so that its logic runs in a test without Electron. */
export type ShellParts = {
  app: App;
  BrowserWindow: new (...args: ConstructorParameters<typeof BrowserWindow>) => BrowserWindow;
  dialog: Pick<Dialog, 'showMessageBox' | 'showErrorBox'>;
  ipcMain: Pick<IpcMain, 'handle'>;
  Menu: Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>;
  screen: Pick<Screen, 'getAllDisplays'>;
  defaultSession: () => Session;
  shell: Pick<Shell, 'openExternal' | 'openPath'>;
  spawn: Spawn;
  /** The command line after the program; switches of Chromium's may stand in it. */
  args: string[];
  /** Holds src/, lessons/, out/renderer and node_modules. */
  root: string;
  preload: string;
  stdin: Pick<NodeJS.ReadStream, 'resume' | 'once'>;
  announce: (line: string) => void;
};

/** Starts the server, shows its page in one locked-down window, and ends both together. */
export async function runShell(parts: ShellParts): Promise<void> {
  const { app, args, root } = parts;
  const options = readShellOptions(args, app.getPath('appData'));
  const devTools = !app.isPackaged;
  app.enableSandbox();
  // All state below the home; so two homes are two programs, and one home is open once.
  app.setPath('userData', join(options.home, 'desktop'));
  // Who has the lock already is told which lesson this start is about.
  if (!app.requestSingleInstanceLock({ lesson: options.lesson })) {
    app.quit();
    return;
  }
  let window: BrowserWindow | undefined;
  let server: ServerProcess | undefined;
  let ending = false;
  app.on('second-instance', (_event, _args, _folder, told) => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
    const query = lessonQuery(told);
    if (server !== undefined && query !== null) void window?.loadURL(new URL(query, server.url).href);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    ending = true;
    if (server === undefined) return;
    event.preventDefault();
    const last = server;
    server = undefined;
    last.stop().then(() => app.quit());
  });
  if (options.parentStdin) parts.stdin.resume().once('end', () => app.quit());

  await app.whenReady();
  try {
    server = await startServer(parts.spawn, root, options);
  } catch (error) {
    parts.dialog.showErrorBox('Routewright could not start', error instanceof Error ? error.message : String(error));
    app.exit(1);
    return;
  }
  const { url, ended } = server;
  const { origin } = new URL(url);
  app.on('web-contents-created', (_event, contents) =>
    guardContents(contents, origin, (link) => offerOutside(parts, link)),
  );
  guardSession(parts.defaultSession(), origin);
  parts.ipcMain.handle(DESKTOP_CHANNELS.showFolder, async (event, folder: unknown) => {
    const allowed = isOwnPage(event.senderFrame, origin) ? workspaceFolder(folder, options.home) : null;
    return allowed !== null && (await parts.shell.openPath(allowed)) === '';
  });
  parts.Menu.setApplicationMenu(parts.Menu.buildFromTemplate(menuTemplate(process.platform, devTools)));
  window = openWindow(parts, join(options.home, 'desktop', 'window.json'), devTools);
  ended.then(() => {
    if (ending) return;
    server = undefined;
    parts.dialog.showErrorBox(
      'Routewright has stopped',
      'The workbench server ended. Your work is saved. Open it again.',
    );
    app.exit(1);
  });
  await window.loadURL(url);
  parts.announce(`Workbench ready at ${url}`);
}

/** The query of the page's address that opens the lesson of another start; null when it was about none. */
function lessonQuery(told: unknown): string | null {
  const lesson = typeof told === 'object' && told !== null && 'lesson' in told ? told.lesson : undefined;
  const query = `?${new URLSearchParams({ [LESSON_PARAMETER]: String(lesson) })}`;
  return lessonOf(query) === lesson ? query : null;
}

/** The only place where a window is made. */
function openWindow(parts: ShellParts, stateFile: string, devTools: boolean): BrowserWindow {
  const screens = parts.screen.getAllDisplays().map(({ workArea }) => workArea);
  const state = readWindowState(stateFile, screens);
  const window = new parts.BrowserWindow(windowOptions(parts.preload, state, devTools));
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => writeWindowState(stateFile, window.getNormalBounds(), window.isMaximized()));
  return window;
}

async function offerOutside({ dialog, shell }: ShellParts, url: string): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: 'Open this page in your browser?',
    detail: url,
    buttons: ['Open', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  });
  if (response === 0) await shell.openExternal(url);
}
