import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text and the story that it tells. */
export interface LabelledText {
  readonly id: string;
  readonly story: string;
  readonly feed: string;
  /** ISO 8601. */
  readonly at: string;
  readonly lang: string;
  readonly title: string;
  readonly text: string;
  readonly entities?: readonly string[];
}

/** Every text of the folder's `*.json`, at any depth. */
export function labelledTexts(folder: string): LabelledText[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .flatMap((entry) => (JSON.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8')) as { texts: LabelledText[] }).texts);
}
