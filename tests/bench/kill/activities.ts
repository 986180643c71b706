import { rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type { ArticleId } from '../../../electron/contract/model.ts';
import { isReaderMethod } from '../../../electron/contract/validate.ts';
import { newExchangeFile } from '../../../electron/core/exchange/exchange-file.ts';

/** What an activity works with in the process that will be killed. */
export interface Scene {
  readonly profile: string;
  /** Of the load server. */
  readonly port: number;
  /** Rejects where the engine answers with an error. */
  readonly ask: (method: string, args: unknown) => Promise<unknown>;
  /** Tells the killer what was acknowledged: whatever is said must be there after the kill. `noting`: about to be. */
  readonly say: (verb: Acknowledged | 'noting', ...words: (string | number)[]) => void;
  readonly random: () => number;
  /** An article that is stored. */
  readonly pick: () => Promise<ArticleId | null>;
}

/** A run that the last kill stopped goes on with the start, and keeps others waiting. */
function goesOnAlready(error: unknown): { run: null } {
  if (error instanceof Error && error.message.startsWith('runRule: run-running ')) return { run: null };
  throw error;
}

/** `aside`: in the library, or in the copy that it became when an archive took its place. `replaced`: an archive took its place. */
export type Acknowledged = 'aside' | 'replaced' | 'bookmarked' | 'read' | 'noted' | 'highlighted' | 'imported' | 'pinned' | 'watched' | 'ruled';

/**
 * What goes on at once while the kill comes; each runs again and again until then. Another one is a line here, and a line in
 * `present` of rounds.ts for what it acknowledges.
 */
export const ACTIVITIES: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  async refresh({ port, ask }) {
    await fetch(`http://127.0.0.1:${port}/bump`);
    await ask('refresh', {});
  },
  async marks({ ask, say, pick }) {
    const [bookmark, read] = [await pick(), await pick()];
    if (bookmark === null || read === null) return;
    await ask('setBookmarked', { articleId: bookmark, bookmarked: true });
    say('bookmarked', bookmark);
    await ask('setRead', { articleIds: [read], read: true });
    say('read', read);
  },
  async notes(scene) {
    const articleId = await scene.pick();
    if (articleId === null) return;
    const text = `note-${Math.floor(scene.random() * 1e9)}`;
    scene.say('noting', articleId, text);
    if (isReaderMethod('setNote')) await scene.ask('setNote', { articleId, text });
    else write(scene, 'INSERT INTO notes VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET text = ?2, changed_at = ?3', articleId, text, Date.now());
    scene.say('noted', articleId, text);
  },
  async highlights(scene) {
    const articleId = await scene.pick();
    if (articleId === null) return;
    const quote = `quote-${Math.floor(scene.random() * 1e9)}`;
    const highlight = { quote, prefix: '', suffix: '', start: 0 };
    if (isReaderMethod('addHighlight')) await scene.ask('addHighlight', { articleId, ...highlight });
    else write(scene, "INSERT INTO highlights (article_id, quote, prefix, suffix, start, created_at, changed_at) VALUES (?1, ?2, '', '', 0, ?3, ?3)", articleId, quote, Date.now());
    scene.say('highlighted', articleId, quote);
  },
  async prepare({ ask, say, pick }) {
    const articleId = await pick();
    if (articleId === null) return;
    await ask('keepOffline', { articleId, keep: true });
    say('pinned', articleId);
    await ask('prepare', { retry: true });
  },
  async export({ ask }) {
    await ask('exportOpml', {});
    await ask('exportSources', {});
  },
  async import({ ask, port, random }) {
    const list = Math.floor(random() * 1e9);
    const outlines = Array.from({ length: 60 }, (_, index) => `<outline type="rss" text="${list}-${index}" xmlUrl="http://127.0.0.1:${port}/none/${list}-${index}"/>`);
    await ask('importOpml', { opml: `<opml version="2.0"><body><outline text="${list}">${outlines.join('')}</outline></body></opml>` });
  },
  /** Links and a page in, bookmarks and the whole library out: one at a time, as the engine wants it. */
  async files({ profile, ask, say, random }) {
    const list = Math.floor(random() * 1e9);
    const titles = Array.from({ length: 60 }, (_, index) => `link-${list}-${index}`);
    const { file, path } = await newExchangeFile(profile);
    writeFileSync(path, `url,title,tags,note\n${titles.map((title) => `https://links.example/${title},${title},quota,kept\n`).join('')}`);
    await ask('importFile', { file, name: 'links.csv' });
    for (const title of titles) say('imported', title);
    const page = await newExchangeFile(profile);
    writeFileSync(page.path, `Dysprosium ${list} climbs\n\nPublished: Nov 20, 2025 12:07\n\n${'Separators raised their offers again as ore stayed short at the border. '.repeat(12)}\n`);
    const { articleId } = (await ask('savePage', { file: page.file, name: `copy-${list}.txt` })) as { articleId: ArticleId };
    say('bookmarked', articleId);
    await ask('exportArticles', { format: 'epub' });
    await ask('exportArchive', {});
    // What nobody takes out lies for a day, and a hundred rounds would fill the disk.
    rmSync(join(profile, 'exchange'), { recursive: true, force: true });
  },
  async search({ ask, random }) {
    const queries = ['furnace', '稀土', 'is:read note*', 'element:Dy OR -quota', '"of the"'];
    await ask('search', { query: queries[Math.floor(random() * queries.length)] ?? '', limit: 30 });
    await ask('countSearch', { queries });
  },
  /** A saved search that what comes and what is noted falls into. */
  async watch({ ask, say, random }) {
    if (random() < 0.8) return;
    const query = `the OR note-${Math.floor(random() * 1e9)}`;
    await ask('addWatch', { watched: { kind: 'search', query, exact: false }, alert: 'notify' });
    say('watched', query.replaceAll(' ', '_'));
    await ask('takeNotices', {});
  },
  /** A rule for what comes, over what is there, and back. */
  async rule({ ask, say, random }) {
    if (random() < 0.8) return;
    const title = `rule-${Math.floor(random() * 1e9)}`;
    const { rule } = (await ask('addRule', { title, enabled: true, when: { query: `of -${title}` }, effects: { raise: true } })) as { rule: { id: number } };
    say('ruled', title);
    const { run } = (await ask('runRule', { ruleId: rule.id }).catch(goesOnAlready)) as { run: { id: number } | null };
    if (run !== null && random() < 0.5) await ask('undoRuleRun', { runId: run.id });
  },
  async stories({ ask, pick }) {
    const articleId = await pick();
    if (articleId === null) return;
    const { storyId } = (await ask('story', { articleId })) as { storyId: number | null };
    if (storyId === null) return;
    await ask('splitStory', { articleId });
    await ask('undoSplitStory', { articleId });
  },
  async backup({ ask }) {
    await ask('makeBackup', {});
  },
};

export interface Replacing extends Pick<Scene, 'profile' | 'ask' | 'say'> {
  /** Of the link that is added after the archive was written. */
  readonly name: string;
}

/** The whole library out, a link in, and the library of before in its place: whenever it ends, the link is here or set aside. */
export async function replaceLibrary({ profile, ask, say, name }: Replacing): Promise<void> {
  const out = (await ask('exportArchive', {})) as { file: string };
  const links = await newExchangeFile(profile);
  writeFileSync(links.path, `url,title,note\nhttps://links.example/aside/${name},aside-${name},kept\n`);
  await ask('importFile', { file: links.file, name: 'links.csv' });
  say('aside', `aside-${name}`);
  await ask('importArchive', { file: out.file, name: 'library.zip' });
  say('replaced', `aside-${name}`);
}

/** Stands in for a method that this engine does not have yet, with a connection beside the engine's. */
function write({ profile }: Scene, sql: string, ...values: (string | number)[]): void {
  const db = new DatabaseSync(join(profile, 'library', 'monazite.db'), { timeout: 10_000, enableForeignKeyConstraints: true });
  try {
    db.exec('PRAGMA synchronous = NORMAL');
    db.prepare(sql).run(...values);
  } finally {
    db.close();
  }
}
