import { diffArrays } from 'diff';
import type { CopyDifference, CopyId, DiffBlock, DiffPart } from '../../contract/bookmark.ts';
import { ReaderError } from '../../contract/errors.ts';
import type { Store } from '../store/store.ts';
import { aboutCopy, getCopy } from './frozen-copies.ts';
import { htmlBlocks } from './html-blocks.ts';
import type { HtmlBlock } from './html-blocks.ts';

/** Han and kana one by one, since nothing parts their words; numbers with what stands between their digits; other words; each other sign. */
const TOKEN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+|\s+|[^\s\p{L}\p{N}]/gu;
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+/gu;
/** Texts that have less in common than this are told as one for the other: looking further costs more than it tells. */
const MOST_EDITS = 1500;
/** Blocks that share this much of their words are one block that changed. */
const ALIKE = 0.35;
/** So many pairs of blocks are held against each other; of long texts that have little in common each block is held against the next few. */
const MOST_PAIRS = 20_000;
const LEAST_REACH = 20;

function tokens(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** The words of a text that stayed, went and came. Where all changed, the old text stands before the new. */
export function diffWords(before: string, after: string): DiffPart[] {
  const changes = diffArrays(tokens(before), tokens(after), { maxEditLength: MOST_EDITS });
  // oxlint-disable-next-line typescript/no-unnecessary-condition -- past the limit the library answers with nothing
  if (!changes) return [{ change: 'removed', text: before }, { change: 'added', text: after }];
  return changes.map(({ added, removed, value }) => ({ change: added ? 'added' : removed ? 'removed' : 'kept', text: value.join('') }));
}

/** A block with its words, each once. */
interface Worded {
  readonly block: HtmlBlock;
  readonly words: ReadonlySet<string>;
}

function wordsOf({ text }: HtmlBlock): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(WORD));
}

/** Whether two blocks have enough words in common (by Dice's share): what a long one shares with a short one by chance is little. */
function isAlike(one: Worded, other: Worded): boolean {
  if (one.block.kind !== other.block.kind || one.block.kind === 'image') return false;
  const [few, many] = one.words.size <= other.words.size ? [one.words, other.words] : [other.words, one.words];
  const wanted = (ALIKE * (few.size + many.size)) / 2;
  if (few.size === 0 || few.size < wanted) return false;
  let shared = 0;
  for (const word of few) if (many.has(word)) shared += 1;
  return shared >= wanted;
}

function whole({ kind, text }: HtmlBlock, change: 'kept' | 'added' | 'removed'): DiffBlock {
  return { kind, change, parts: [{ change, text }] };
}

/** Blocks that went and came in one place: those that are alike, in their order, are blocks that changed. `words` gives those of a block. */
export function pairBlocks(removed: readonly HtmlBlock[], added: readonly HtmlBlock[], words: (block: HtmlBlock) => ReadonlySet<string> = wordsOf): DiffBlock[] {
  const blocks: DiffBlock[] = [];
  const news = removed.length === 0 ? [] : added.map((block) => ({ block, words: words(block) }));
  const reach = Math.max(LEAST_REACH, Math.floor(MOST_PAIRS / Math.max(1, removed.length)));
  let next = 0;
  for (const old of removed) {
    const worded = next < news.length ? { block: old, words: words(old) } : null;
    const ahead = worded ? news.slice(next, next + reach).findIndex((one) => isAlike(worded, one)) : -1;
    if (ahead === -1) {
      blocks.push(whole(old, 'removed'));
      continue;
    }
    const match = next + ahead;
    for (const block of added.slice(next, match)) blocks.push(whole(block, 'added'));
    blocks.push({ kind: old.kind, change: 'changed', parts: diffWords(old.text, added[match]?.text ?? '') });
    next = match + 1;
  }
  for (const block of added.slice(next)) blocks.push(whole(block, 'added'));
  return blocks;
}

/** What changed from one text to another, block by block. */
export function diffBlocks(before: readonly HtmlBlock[], after: readonly HtmlBlock[]): DiffBlock[] {
  const changes = diffArrays([...before], [...after], { comparator: (one, other) => one.kind === other.kind && one.text === other.text, maxEditLength: MOST_EDITS });
  // oxlint-disable-next-line typescript/no-unnecessary-condition -- past the limit the library answers with nothing
  if (!changes) return [...before.map((block) => whole(block, 'removed')), ...after.map((block) => whole(block, 'added'))];
  const blocks: DiffBlock[] = [];
  let [removed, added]: [HtmlBlock[], HtmlBlock[]] = [[], []];
  const flush = (): void => {
    blocks.push(...pairBlocks(removed, added));
    [removed, added] = [[], []];
  };
  for (const change of changes) {
    if (change.removed) removed.push(...change.value);
    else if (change.added) added.push(...change.value);
    else {
      flush();
      for (const block of change.value) blocks.push(whole(block, 'kept'));
    }
  }
  flush();
  return blocks;
}

/** What changed between two copies of one article. Throws `copy-missing` {copyId}, also where the two are of different articles. */
export function compareCopies(store: Store, { from, to }: { readonly from: CopyId; readonly to: CopyId }): CopyDifference {
  const [before, after] = [getCopy(store, from), getCopy(store, to)];
  if (before.articleId !== after.articleId) throw new ReaderError('copy-missing', `copy ${to} is of another article than ${from}`, { copyId: to });
  const title: DiffBlock[] = before.title === after.title ? [] : [{ kind: 'title', change: 'changed', parts: diffWords(before.title, after.title) }];
  return { from: aboutCopy(before), to: aboutCopy(after), blocks: [...title, ...diffBlocks(htmlBlocks(before.html), htmlBlocks(after.html))] };
}
