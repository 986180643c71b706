import type { App } from '../e2e/app/app.ts';
import type { StageName } from './stage.ts';

/** One screen or state of the window. It is opened in English at 1440 px, then shown in every width, theme and language. */
export interface ShownScreen {
  /** Names its files. */
  readonly id: string;
  readonly stage: StageName;
  readonly open: (app: App) => Promise<void>;
  /** Whatever the width took away is opened again, in English. */
  readonly fit?: (app: App, width: number) => Promise<void>;
  /** `fit` is done in each language: a menu keeps the words that it was opened with. */
  readonly eachLanguage?: true;
  /** Of a window that is not the one that is read in: pictured in this size alone. */
  readonly size?: { readonly width: number; readonly height: number };
  /** What was done to the newsroom or the page is undone. */
  readonly leave?: (app: App) => Promise<void>;
}
