import type { BrowserWindowConstructorOptions } from 'electron';
import type { WindowState } from './window-state.ts';

/** The options of the one window. Every preference that grants power is named, though most are Electron's defaults. */
export function windowOptions(preload: string, state: WindowState, devTools: boolean): BrowserWindowConstructorOptions {
  const { maximized: _, ...place } = state;
  return {
    ...place,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Routewright',
    backgroundColor: '#101418',
    webPreferences: {
      preload,
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
      // It would download dictionaries.
      spellcheck: false,
      devTools,
    },
  };
}
