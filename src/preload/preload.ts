import { contextBridge, ipcRenderer } from 'electron';
import { DESKTOP_BRIDGE, DESKTOP_CHANNELS, type DesktopBridge } from '../contract/desktop.ts';

// Named functions only: a page can never choose a channel.
const bridge: DesktopBridge = {
  showFolder: (folder) => ipcRenderer.invoke(DESKTOP_CHANNELS.showFolder, String(folder)),
};

contextBridge.exposeInMainWorld(DESKTOP_BRIDGE, bridge);
