import type { Page } from 'playwright/test';

/** A way into the app: a browser on the loopback door, or Electron. Each opening is a cold start on the same profile. */
export interface Door {
  open(): Promise<Page>;
  /** Ends the app as a person would; rejects where it does not end well. */
  close(): Promise<void>;
}
