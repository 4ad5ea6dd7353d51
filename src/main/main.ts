import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, screen, session, shell } from 'electron';
import { runShell } from './shell.ts';

// Packaged, what the pinned Node runs lies beside the archive: it cannot read inside.
const root = app.isPackaged ? join(process.resourcesPath, 'app.asar.unpacked') : app.getAppPath();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());

runShell({
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  screen,
  defaultSession: () => session.defaultSession,
  shell,
  spawn: (command, args, options) => spawn(command, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] }),
  args: process.argv.slice(1),
  root,
  preload: join(import.meta.dirname, '../preload/preload.cjs'),
  stdin: process.stdin,
  announce: (line) => process.stdout.write(`${line}\n`),
}).catch((error: unknown) => {
  dialog.showErrorBox('Routewright could not start', error instanceof Error ? error.message : String(error));
  app.exit(1);
});
