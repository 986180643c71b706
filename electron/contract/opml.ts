/** Subscription lists in. */

export interface OpmlSummary {
  /** Sources that the file names. */
  readonly named: number;
  readonly added: number;
  readonly alreadyFollowed: number;
  /** Named again in the same file, by the same address however written; the first place counts. */
  readonly repeated: number;
  readonly folders: number;
  /** Outlines whose address could not be understood, as written. */
  readonly invalid: readonly string[];
  /** There where passwords of the file could only be kept until the app is closed. */
  readonly notice?: 'keychain-missing';
}

/** How far an import of a subscription list has come; zeros where none was. */
export interface ImportProgress {
  readonly running: boolean;
  readonly done: number;
  readonly total: number;
  readonly added: number;
}
