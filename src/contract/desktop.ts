/** What the desktop shell adds to a page; in a browser `window.routewright` is not there. */
export type DesktopBridge = {
  /** Shows a workspace's folder in the system's file manager. False when it is not a folder of this home. */
  showFolder(folder: string): Promise<boolean>;
};

/** Name of the bridge on `window`. */
export const DESKTOP_BRIDGE = 'routewright';

/** The channels between preload and shell; there are no others. */
export const DESKTOP_CHANNELS = { showFolder: 'routewright:show-folder' } as const;
