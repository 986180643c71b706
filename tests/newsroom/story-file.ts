import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fillDates } from './dates.ts';
import { markupToText } from './markup.ts';
import type { Outlet } from './outlet.ts';
import type { Story } from './story.ts';

const HOUR = 3_600_000;

/** A story as written on disk: lines of `name: value`, a line of three dashes, the body. */
interface Written {
  readonly slug: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly text: string;
}

function readStory(slug: string, source: string): Written {
  const cut = source.indexOf('\n---\n');
  if (cut < 0) throw new Error(`${slug}: no line of three dashes`);
  const fields = new Map<string, string>();
  for (const line of source.slice(0, cut).split('\n')) {
    const at = line.indexOf(':');
    if (at > 0) fields.set(line.slice(0, at).trim(), line.slice(at + 1).trim());
  }
  if (!fields.get('title')) throw new Error(`${slug}: no title`);
  return { slug, fields, text: source.slice(cut + 5).trim() };
}

/** The first sentence or two of a body, at most 160 characters. */
export function summarize(text: string): string {
  const plain = markupToText(text);
  if (plain.length <= 160) return plain;
  const end = Math.max(plain.lastIndexOf('. ', 159), plain.lastIndexOf('。', 158));
  return end > 40 ? plain.slice(0, end + 1) : `${plain.slice(0, 157)}…`;
}

function dated(written: Written, outlet: Outlet, now: number, hours: number): Story {
  const publishedAt = Math.floor((now - hours * HOUR) / 60_000) * 60_000;
  const fill = (text: string): string => fillDates(text, publishedAt, outlet.calendar);
  const revised = written.fields.get('revised');
  const text = fill(written.text);
  return {
    slug: written.slug,
    title: fill(written.fields.get('title') ?? ''),
    summary: fill(written.fields.get('summary') ?? summarize(text)),
    text,
    html: null,
    author: written.fields.get('author') ?? '',
    tags: (written.fields.get('tags') ?? '').split(/[,，]/).map((tag) => tag.trim()).filter(Boolean),
    picture: written.fields.get('picture') || null,
    publishedAt,
    updatedAt: revised ? publishedAt + Number(revised) * HOUR : publishedAt,
  };
}

/** An outlet's stories: those out at `now`, newest first, and those that it still holds back. */
export interface Desk {
  readonly published: readonly Story[];
  /** Dated anew when they are published. */
  readonly reserve: readonly ((now: number) => Story)[];
}

/** Reads `stories/<outlet>/*.md` and dates each story back from `now` (epoch milliseconds). Throws where a file is malformed. */
export function readDesk(outlet: Outlet, now: number, root: string = join(import.meta.dirname, 'stories')): Desk {
  const folder = join(root, outlet.id);
  const published: Story[] = [];
  const reserve: ((now: number) => Story)[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.md')) continue;
    const written = readStory(file.slice(0, -3), readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n'));
    const hours = written.fields.get('hours') ?? '';
    if (hours === 'reserve') reserve.push((later) => dated(written, outlet, later, 0));
    else if (hours !== '' && Number.isFinite(Number(hours))) published.push(dated(written, outlet, now, Number(hours)));
    else throw new Error(`${outlet.id}/${file}: hours is neither a number nor "reserve"`);
  }
  published.sort((a, b) => b.publishedAt - a.publishedAt);
  return { published, reserve };
}
