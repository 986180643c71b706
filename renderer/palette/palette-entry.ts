import type { CommandId } from '../../electron/contract/command.ts';
import type { Scope } from '../../electron/contract/model.ts';
import type { Watch } from '../../electron/contract/watch.ts';
import type { IconName } from '../components/icon.tsx';

/** What stands before a row. */
export type EntryMark =
  | { readonly kind: 'icon'; readonly icon: IconName }
  | { readonly kind: 'watch'; readonly watch: Watch }
  /** The icon or letter of a source. */
  | { readonly kind: 'tile'; readonly title: string; readonly icon: string | null };

/** Something that the palette can do. */
export interface PaletteEntry {
  /** The same across restarts: it is remembered as a recent choice. */
  readonly key: string;
  /** The first is shown; it is found by each of the others as well: the other language's, a symbol. */
  readonly names: readonly string[];
  readonly mark: EntryMark;
  /** What it is, at the right. */
  readonly hint: string;
  /** Whose key stands at the right. */
  readonly command?: CommandId;
  /** The list that it leads to. */
  readonly scope?: Scope;
  readonly run: () => void;
}

/** An entry that is offered, and where what was typed stands in its first name. */
export interface FoundEntry extends PaletteEntry {
  readonly spans: readonly (readonly [number, number])[];
  /** The name by which it was found, where that is another than the one shown. */
  readonly found: string | null;
}
