/**
 * Stands in for `electron` in the bundles that run on plain Node. electron-store imports it statically, and the real
 * package's entry starts a download where its binary is missing.
 */
export const app = undefined;
export const ipcMain = undefined;
export const ipcRenderer = undefined;
export const shell = undefined;

// oxlint-disable-next-line import/no-default-export -- electron-store reads `electron` through its default export.
export default { app, ipcMain, ipcRenderer, shell };
