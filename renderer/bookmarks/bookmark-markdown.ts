import type { BookmarkSummary, Evidence } from '../../electron/contract/bookmark.ts';
import { headlineTitle } from '../words/headline-title.ts';
import type { Words } from '../words/use-words.ts';

/** What Markdown takes for its own signs, where a text has them. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>]/gu, String.raw`\$&`);
}

function quoted(text: string): string {
  return text.split(/\r?\n/u).map((line) => `> ${escaped(line)}`.trimEnd()).join('\n');
}

/** A bookmark to paste elsewhere: its title as a link, source and day, the note, and the highlights as quotations with their notes. */
export function bookmarkMarkdown(row: BookmarkSummary, { note, highlights, tags }: Pick<Evidence, 'note' | 'highlights' | 'tags'>, words: Words): string {
  const { format } = words;
  const title = escaped(headlineTitle(row, words));
  const day = row.publishedDay === null ? format.dateTime(row.sortAt) : format.dayDate(row.publishedDay);
  const about = [escaped(row.feedTitle), day, ...tags.map((tag) => `#${tag.title.replaceAll(/\s+/gu, '-')}`)].join(' · ');
  const parts = [
    row.url === null ? `**${title}**` : `**[${title}](<${row.url.replaceAll('<', '%3C').replaceAll('>', '%3E')}>)**`,
    about,
    note === '' ? '' : escaped(note),
    ...highlights.flatMap((highlight) => [quoted(highlight.quote), highlight.note === '' ? '' : escaped(highlight.note)]),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
