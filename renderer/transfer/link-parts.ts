import type { LinkImport } from '../../electron/contract/transfer.ts';
import type { Words } from '../words/use-words.ts';

/** What an import does or did, part by part; what there is none of is left out. */
export function linkParts({ added, bookmarked, known, repeated, unreadableCount, cut }: LinkImport, { t }: Words, done: boolean): string[] {
  const parts: [number, (count: number) => string][] = [
    [added, (count) => t(done ? 'carry.resultAdded' : 'carry.added', { count })],
    [bookmarked, (count) => t(done ? 'carry.resultBookmarked' : 'carry.bookmarked', { count })],
    [known, (count) => t('carry.known', { count })],
    [repeated, (count) => t('carry.repeated', { count })],
    [unreadableCount, (count) => t('carry.notReadable', { count })],
    [cut, (count) => t('carry.cut', { count })],
  ];
  return parts.filter(([count], at) => count > 0 || at === 0).map(([count, say]) => say(count));
}
