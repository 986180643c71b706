/**
 * The process that is killed: `node victim.ts <work|migrate> <profile> <port of the load server> <seed>`. Prints `ready` once
 * its library is open and has its sources, and a line for each change only once it was acknowledged.
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { MIGRATIONS } from '../../../electron/core/store/migrations.ts';
import { openStore } from '../../../electron/core/store/open-store.ts';
import { ACTIVITIES, type Scene } from './activities.ts';
import { startOn } from './damage.ts';
import { seededRandom } from '../../seeded-random.ts';

const FEEDS = 12;

const [what = '', profile = '', port = '', seed = ''] = process.argv.slice(2);

// Written at once: a line in a buffer of the killed process would be lost, and with it the proof.
const say = (...words: (string | number)[]): void => void writeSync(1, `${words.join(' ')}\n`);

async function work(): Promise<void> {
  const engine = await startOn(profile, { unattended: true });
  const random = seededRandom(Number(seed));
  const ask = async (method: string, args: unknown): Promise<unknown> => {
    const answer = await engine.call(method, args);
    if (!answer.ok) throw new Error(`${method}: ${answer.error.code} ${answer.error.message}`);
    return answer.value;
  };
  const pick = async (): Promise<number | null> => {
    const { articles } = (await ask('listArticles', { scope: { kind: 'all' }, limit: 500 })) as { articles: { id: number }[] };
    return articles[Math.floor(random() * articles.length)]?.id ?? null;
  };
  const { feeds } = (await ask('listFeeds', {})) as { feeds: unknown[] };
  for (let feed = feeds.length; feed < FEEDS; feed += 1) await ask('subscribe', { url: `http://127.0.0.1:${port}/feed/${feed}` });
  // Where following them took all of the time, nothing would be acknowledged, and nothing shown.
  say('ready');
  const scene: Scene = { profile, port: Number(port), ask, say, random, pick };
  await Promise.all(Object.values(ACTIVITIES).map(async (activity) => {
    for (;;) {
      await activity(scene);
      await pause(random() * 40);
    }
  }));
}

/** Opens with one step more than the library has, again and again; the step rewrites every text and leaves the tables as they were. */
function migrateOn(): never {
  for (;;) {
    openStore({ profile, now: Date.now, migrations: [...MIGRATIONS, rewrite] }).close();
    say('ready');
    const db = new DatabaseSync(join(profile, 'library', 'monazite.db'));
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    db.close();
  }
}

function rewrite(db: DatabaseSync): void {
  db.exec('CREATE TABLE copied AS SELECT * FROM bodies; UPDATE bodies SET html = (SELECT html FROM copied WHERE copied.article_id = bodies.article_id); DROP TABLE copied');
}

if (what === 'migrate') migrateOn();
await work();
