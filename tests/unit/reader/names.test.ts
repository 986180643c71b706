import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openReadingRoom, type ReadingRoom } from './reading-room.ts';

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Oxide News</title><link>https://oxide.example/</link>
<item><guid>1</guid><title>Dysprosium oxide rises in Baotou</title><description><![CDATA[<p>Lynas sold Dy<sub>2</sub>O<sub>3</sub>; terbium stood still. Corey Micro Magnetic bought some.</p>]]></description><pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate></item>
<item><guid>2</guid><title>EU rules</title><description>Nothing is named here.</description><pubDate>Mon, 23 Nov 2026 07:00:00 GMT</pubDate></item>
</channel></rss>`;

let server: Server | null = null;
let room: ReadingRoom | null = null;

afterEach(async () => {
  await room?.close();
  server?.closeAllConnections();
  server?.close();
});

async function followed(): Promise<ReadingRoom & { readonly first: number }> {
  server = createServer((_, answer) => answer.writeHead(200, { 'content-type': 'application/rss+xml' }).end(FEED));
  await new Promise<void>((resolve) => void server?.listen(0, '127.0.0.1', resolve));
  const opened = openReadingRoom({ unattended: true });
  room = opened;
  await opened.api.subscribe({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed` });
  await settled(opened);
  const { articles } = await opened.api.listArticles({ scope: { kind: 'all' }, limit: 10 });
  return { ...opened, first: articles.find(({ title }) => title.startsWith('Dysprosium'))?.id ?? 0 };
}

async function settled({ api }: ReadingRoom): Promise<void> {
  await vi.waitFor(async () => expect(await api.recognitionProgress({})).toEqual({ waiting: 0 }));
}

describe('the names that articles speak of', () => {
  it('are told of an article, the title first, and its elements of its summary', async () => {
    const { api, first, faults } = await followed();
    const { entities } = await api.entitiesOf({ articleId: first });
    expect(entities.map(({ id }) => id)).toEqual(['element:Dy', 'product:dysprosium-oxide', 'place:baotou', 'company:lynas', 'element:Tb']);
    expect(entities[0]).toMatchObject({ symbol: 'Dy', number: 66, inTitle: true, count: 2 });
    const { articles } = await api.listArticles({ scope: { kind: 'all' }, limit: 10 });
    expect(articles.map(({ elements }) => elements)).toEqual([['Dy', 'Tb'], []]);
    expect(faults).toEqual([]);
  });

  it('follow what a person adds, hides and takes away, in articles that are stored already', async () => {
    const { api, first, events, ...rest } = await followed();
    const ids = async (): Promise<string[]> => {
      await settled({ api, events, ...rest });
      return (await api.entitiesOf({ articleId: first })).entities.map(({ id }) => id);
    };
    const { entity } = await api.saveEntity({ kind: 'company', names: { en: 'Ke Rui Micro Magnetic' }, aliases: [{ text: 'Corey Micro Magnetic' }] });
    expect(entity).toMatchObject({ own: 'added', kind: 'company' });
    expect(await ids()).toContain(entity.id);
    await vi.waitFor(() => expect(events).toContainEqual({ kind: 'gazetteer' }));

    await api.saveEntity({ entityId: 'company:lynas', hidden: ['Lynas'] });
    expect(await ids()).not.toContain('company:lynas');
    expect((await api.resetEntity({ entityId: 'company:lynas' })).entity.own).toBeUndefined();
    expect(await ids()).toContain('company:lynas');

    await api.removeEntity({ entityId: 'element:Tb' });
    expect(await ids()).not.toContain('element:Tb');
    await api.removeEntity({ entityId: entity.id });
    expect(await ids()).not.toContain(entity.id);
    await expect(api.getEntity({ entityId: entity.id })).rejects.toMatchObject({ code: 'entity-missing' });
  });

  it('are what they were before a change that is taken back', async () => {
    const { api } = await followed();
    const own = async (entityId: string) => (await api.getEntity({ entityId })).entity;
    const shipped = await own('company:lynas');
    const hidden = await api.saveEntity({ entityId: 'company:lynas', hidden: ['Lynas'] });
    expect(hidden.before).toBeNull();
    const renamed = await api.saveEntity({ entityId: 'company:lynas', names: { 'zh-Hans': '莱纳斯公司' } });
    const { before: beforeRemoval } = await api.removeEntity({ entityId: 'company:lynas' });
    await api.restoreEntity({ entityId: 'company:lynas', own: beforeRemoval });
    expect(await own('company:lynas')).toEqual(renamed.entity);
    await api.restoreEntity({ entityId: 'company:lynas', own: renamed.before });
    expect(await own('company:lynas')).toEqual(hidden.entity);
    const { before: beforeReset } = await api.resetEntity({ entityId: 'company:lynas' });
    await api.restoreEntity({ entityId: 'company:lynas', own: beforeReset });
    expect(await own('company:lynas')).toEqual(hidden.entity);
    await api.restoreEntity({ entityId: 'company:lynas', own: hidden.before });
    expect(await own('company:lynas')).toEqual(shipped);

    const { entity, before } = await api.saveEntity({ kind: 'company', names: { en: 'Ke Rui Micro Magnetic' } });
    await api.restoreEntity({ entityId: entity.id, own: before });
    await expect(api.getEntity({ entityId: entity.id })).rejects.toMatchObject({ code: 'entity-missing' });
    await expect(api.restoreEntity({ entityId: 'company:lynas', own: { id: entity.id, kind: 'company', names: {}, aliases: [], hidden: [] } })).rejects.toMatchObject({ code: 'invalid-argument' });
  });

  it('are refused without any form to know them by, and nothing is stored then', async () => {
    const { api } = await followed();
    await expect(api.saveEntity({ kind: 'place', names: { en: 'Nowhere' }, hidden: ['Nowhere'] })).rejects.toMatchObject({ code: 'entity-name-missing' });
    expect((await api.listEntities({ query: 'nowhere' })).entities).toEqual([]);
  });

  it('are found by any form, in any script', async () => {
    const { api } = await followed();
    const found = async (query: string): Promise<string[]> => (await api.listEntities({ query })).entities.map(({ id }) => id);
    expect(await found('氧化鏑')).toEqual(['product:dysprosium-oxide']);
    expect(await found('北方稀土')).toContain('company:northern-rare-earth');
    expect((await api.listEntities({ kind: 'element' })).entities).toHaveLength(17);
  });

});
