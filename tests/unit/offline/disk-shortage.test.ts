import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReadingRoom } from '../reader/reading-room.ts';
import { feed } from '../refresh/feed-server.ts';
import { aRoom, asked, desk, idsOf, illustrated, publish, smallDisk, wanting } from './prepare-desk.ts';

/** An app on a disk with so much free: follows a source that is always read whole, and refreshes when one more article is there. */
async function refreshedOn(free: number): Promise<ReadingRoom> {
  const { url } = publish(2);
  let items = [illustrated('story-0')];
  desk.server.on('/feed', feed(() => `<rss version="2.0"><channel><title>Oxide</title>${items.join('')}</channel></rss>`));
  const room = aRoom({ unattended: true, settings: wanting({ folders: 'all' }), lookAtDisk: () => ({ free, total: 250_000_000_000 }) });
  const { feedId } = await room.api.subscribe({ url });
  await room.api.setFullText({ feedId, mode: 'always' });
  items = [illustrated('story-1'), ...items];
  await room.api.refresh({});
  return room;
}

test('a disk that is full in the middle stops it with its name, loses nothing, and it goes on when there is room', async (context) => {
  const profile = smallDisk('5m');
  if (profile === null) {
    context.skip();
    return;
  }
  const { url } = publish(30, { pictureBytes: 200_000 });
  const settings = wanting({ folders: 'all' });
  const room = aRoom({ profile, settings });
  await room.api.subscribe({ url });
  const ids = await idsOf(room);
  await room.api.setNote({ articleId: ids.get('story-29') ?? 0, text: 'Ask them in May.' });
  const report = await room.api.prepare({});
  expect(report).toMatchObject({ ready: false, articles: 30, stopped: { code: 'disk-full' } });
  expect(report.notReady.map(({ code }) => code)).toContain('disk-full');
  await room.close();

  execFileSync('mount', ['-o', 'remount,size=40m', profile]);
  const again = aRoom({ profile, settings });
  expect(again.store.get<{ integrity_check: string }>('PRAGMA integrity_check')?.integrity_check).toBe('ok');
  const { offline } = await again.api.counts({});
  expect(offline).toBeGreaterThan(3);
  const before = asked().length;
  expect(await again.api.prepare({})).toMatchObject({ ready: true, articles: 30 });
  expect(asked().slice(before).filter((path) => path.endsWith('.png'))).toHaveLength(30 - offline);
  expect((await again.api.evidence({ articleId: ids.get('story-29') ?? 0 })).note).toBe('Ask them in May.');
  const files = readdirSync(join(profile, 'images'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files).toHaveLength(30);
  expect(files.filter(({ name }) => name.endsWith('.part'))).toEqual([]);
});

describe('where little is free', () => {
  test('enough: texts and images come by themselves', async () => {
    const room = await refreshedOn(20_000_000_000);
    expect((await room.api.storage({})).short).toBeNull();
    await expect.poll(asked).toEqual(expect.arrayContaining(['/story-1', '/story-0-0.png', '/story-1-0.png']));
  });

  test('under 2 GB images that nobody asked for are no longer kept, texts still are', async () => {
    const room = await refreshedOn(1_200_000_000);
    expect(await room.api.storage({})).toMatchObject({ short: 'images', disk: { free: 1_200_000_000 } });
    await expect.poll(asked).toContain('/story-1');
    await room.close();
    expect(asked()).toEqual(['/story-1']);
  });

  test('under 500 MB nothing comes by itself, and what a person prepares still does', async () => {
    const room = await refreshedOn(300_000_000);
    expect((await room.api.storage({})).short).toBe('texts');
    expect(asked()).toEqual([]);
    expect(await room.api.prepare({})).toMatchObject({ ready: true });
  });
});
