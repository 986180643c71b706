import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { backupPath, listBackups } from '../../../electron/core/store/backup-files.ts';
import { MIGRATIONS } from '../../../electron/core/store/migrations.ts';
import { openStore, type Store } from '../../../electron/core/store/open-store.ts';
import type { Acknowledged } from './activities.ts';
import { damageIndex, hasCopy, startOn } from './damage.ts';
import { findingProblems } from './finding.ts';
import { seededRandom } from '../../seeded-random.ts';

export interface KillOptions {
  readonly profile: string;
  /** Of a load server with at least 12 feeds. */
  readonly port: number;
  readonly kills: number;
  readonly seed: number;
  readonly onRound?: (line: string) => void;
}

export interface KillReport {
  readonly kills: number;
  /** What was acknowledged in all, by verb. */
  readonly acknowledged: Readonly<Record<Acknowledged, number>>;
  /** Each with its round; empty where everything held. */
  readonly problems: readonly string[];
}

/** Of so many rounds one is a migration, one finds its library damaged and puts a copy in its place, and one has an archive take it. */
const MIGRATION_EVERY = 4;
const ARCHIVE_EVERY = 3;
const DAMAGE_EVERY = 5;
/** Longest wait before a kill, milliseconds: from the start of the process, or from its first sign that its library is open. */
const LATEST = { start: 1200, ready: 1500 };

/** Whether what was said is in the library; of a link that was imported there is no text. */
const present: Readonly<Record<Exclude<Acknowledged, 'aside' | 'replaced'>, (store: Store, words: readonly string[]) => boolean>> = {
  bookmarked: (store, [id = '']) => store.get('SELECT 1 FROM statuses s JOIN articles a ON a.id = s.article_id WHERE s.article_id = ? AND bookmarked = 1 AND visible = 1 AND (text_length = 0 OR EXISTS (SELECT 1 FROM bodies b WHERE b.article_id = a.id))', Number(id)) !== undefined,
  read: (store, [id = '']) => store.get('SELECT 1 FROM statuses WHERE article_id = ? AND read = 1', Number(id)) !== undefined,
  // A later note on the same article takes the place of an earlier one, also where the kill came before it was acknowledged.
  noted: (store, [id = '', ...texts]) => texts.includes(String(store.get<{ text: string }>('SELECT text FROM notes WHERE article_id = ?', Number(id))?.text)),
  pinned: (store, [id = '']) => store.get('SELECT 1 FROM statuses WHERE article_id = ? AND pinned_at IS NOT NULL', Number(id)) !== undefined,
  imported: (store, [title = '']) => store.get('SELECT 1 FROM articles a JOIN statuses s ON s.article_id = a.id JOIN notes USING (article_id) WHERE a.title = ? AND s.bookmarked = 1', title) !== undefined,
  watched: (store, [query = '']) => store.get('SELECT 1 FROM watches WHERE query = ?', query.replaceAll('_', ' ')) !== undefined,
  ruled: (store, [title = '']) => store.get('SELECT 1 FROM rules WHERE title = ?', title) !== undefined,
  highlighted: (store, [id = '', quote = '']) => store.get('SELECT 1 FROM highlights WHERE article_id = ? AND quote = ?', Number(id), quote) !== undefined,
};

/** Kills a working engine again and again on one profile, and looks after each kill whether the library is sound and holds what was ever acknowledged. */
export async function killRounds({ profile, port, kills, seed, onRound }: KillOptions): Promise<KillReport> {
  const random = seededRandom(seed);
  const said = new Map<string, Said>();
  const counts: Record<Acknowledged, number> = { aside: 0, replaced: 0, bookmarked: 0, read: 0, noted: 0, highlighted: 0, imported: 0, pinned: 0, watched: 0, ruled: 0 };
  const problems: string[] = [];
  for (let round = 1; round <= kills; round += 1) {
    const damaged = round % DAMAGE_EVERY === 0 && hasCopy(profile);
    if (damaged) damageIndex(profile);
    const isThere = !damaged && existsSync(join(profile, 'library', 'monazite.db'));
    const what = isThere && round % MIGRATION_EVERY === 0 ? 'migrate' : isThere && round % ARCHIVE_EVERY === 0 ? 'archive' : 'work';
    // The first of its kind shows that something was done.
    const after = round === 1 ? Object.keys(present) : what === 'archive' && counts.replaced === 0 ? ['aside', 'replaced'] : [];
    const from = after.length === 0 && (damaged || random() < 0.3) ? 'start' : 'ready';
    const delay = Math.floor(random() * LATEST[from]);
    const { lines, ending } = await killOne([what, profile, String(port), String(seed + round)], { from, delay, after });
    if (ending) problems.push(`round ${round} (${what}): ${ending}`);
    let aside: string | null = null;
    for (const [verb = '', ...words] of lines.map((line) => line.split(' '))) {
      if (verb === 'noting') said.get(`noted ${words[0]}`)?.words.push(...words.slice(1));
      if (!(verb in counts)) continue;
      counts[verb as Acknowledged] += 1;
      if (verb === 'aside') aside = words[0] ?? null;
      else if (isPresent(verb)) said.set(verb === 'noted' ? `${verb} ${words[0]}` : `${verb} ${words.join(' ')}`, { verb, words });
    }
    const found = await look(profile, { said: [...said.values()], aside, restart: damaged || what === 'archive' });
    problems.push(...found.map((problem) => `round ${round} (${damaged ? 'damaged' : what}, ${delay} ms after ${from}): ${problem}`));
    onRound?.(`kill ${round} of ${kills}: ${damaged ? 'damaged' : what}, ${delay} ms after ${from}, ${lines.length} acknowledged${found.length > 0 ? `, ${found.length} problems` : ''}`);
  }
  return { kills, acknowledged: counts, problems };
}

/** Runs the victim until it is killed, not before it acknowledged something of each kind in `after`. `ending` says what went wrong where it ended otherwise. */
async function killOne(args: string[], { from, delay, after }: { from: 'start' | 'ready'; delay: number; after: readonly string[] }): Promise<{ lines: string[]; ending: string | null }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'victim.ts'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  let timer: NodeJS.Timeout | null = null;
  const killSoon = (): void => void (timer ??= setTimeout(() => child.kill('SIGKILL'), delay));
  if (from === 'start') killSoon();
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    if (after.every((verb) => output.includes(`${verb} `))) killSoon();
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  // The last line may be cut.
  return { lines: output.split('\n').slice(0, -1).filter((line) => line !== 'ready'), ending: signal === 'SIGKILL' ? null : `the process ended with ${code} by itself: ${errors}` };
}

interface Said {
  readonly verb: keyof typeof present;
  readonly words: string[];
}

interface Expected {
  readonly said: readonly Said[];
  /** The title of a link that is in the library, or in the copy that it became. */
  readonly aside: string | null;
  /** The engine has to open the library once before it is looked at. */
  readonly restart: boolean;
}

function isPresent(verb: string): verb is keyof typeof present {
  return verb in present;
}

function hasLink(db: DatabaseSync, title: string): boolean {
  return db.prepare('SELECT 1 FROM articles a JOIN statuses s ON s.article_id = a.id WHERE a.title = ? AND s.bookmarked = 1').get(title) !== undefined;
}

/** Whether a library that was replaced, and can be restored, has this link. */
function isSetAside(profile: string, title: string): boolean {
  return listBackups(profile).filter(({ kind }) => kind === 'replaced').some(({ name }) => {
    const db = new DatabaseSync(backupPath(profile, name), { readOnly: true });
    try {
      return hasLink(db, title);
    } finally {
      db.close();
    }
  });
}

/** What is wrong with a library after a kill. It is opened as the app opens it. */
async function look(profile: string, { said, aside, restart }: Expected): Promise<string[]> {
  const database = join(profile, 'library', 'monazite.db');
  if (restart) {
    // Where the kill came before the other library was in its place, the next start is the one that puts it there.
    try {
      await (await startOn(profile, { unattended: false })).close();
    } catch (error) {
      return [String(error)];
    }
  }
  if (!existsSync(database)) return said.length > 0 ? ['there is no library'] : [];
  // A migration that was done before the kill is taken back by its number: its step left the tables as they were.
  const db = new DatabaseSync(database);
  if (Number(db.prepare('PRAGMA user_version').get()?.['user_version']) > MIGRATIONS.length) db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  db.close();
  let store: Store;
  try {
    store = openStore({ profile, now: Date.now });
  } catch (error) {
    return [`does not open: ${String(error)}`];
  }
  try {
    const problems: string[] = [];
    const check = JSON.stringify(store.all('PRAGMA integrity_check'));
    if (check !== '[{"integrity_check":"ok"}]') problems.push(`integrity_check says ${check}`);
    if (store.all('PRAGMA foreign_key_check').length > 0) problems.push('foreign_key_check finds rows without what they refer to');
    problems.push(...findingProblems(store));
    if (aside !== null && !hasLink(store.db, aside) && !isSetAside(profile, aside)) problems.push(`lost: what was set aside, ${aside}`);
    for (const { verb, words } of said) if (!present[verb](store, words)) problems.push(`lost: ${verb} ${words.join(' ')}`);
    return problems;
  } finally {
    store.close();
  }
}
