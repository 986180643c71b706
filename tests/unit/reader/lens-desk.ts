import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { ArticleId } from '../../../electron/contract/model.ts';
import { openReadingRoom, type ReadingRoom, type ReadingRoomOptions } from './reading-room.ts';

/** An article as its feed gives it: `at` in ISO 8601. */
export interface Told {
  readonly title: string;
  readonly html: string;
  readonly at: string;
}

export interface LensDesk extends ReadingRoom {
  /** By title. */
  readonly idOf: (title: string) => ArticleId;
  /** Says something else from now on, and is asked again. */
  readonly tell: (desk: string, articles: readonly Told[]) => Promise<void>;
}

function feedOf(name: string, lang: string, articles: readonly Told[]): string {
  const items = articles.map(({ title, html, at }, index) => `<item><guid>${name}-${index}</guid><title>${title}</title><link>http://${name}.example/${index}</link><description><![CDATA[${html}]]></description><pubDate>${new Date(at).toUTCString()}</pubDate></item>`);
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${name}</title><language>${lang}</language><link>http://${name}.example/</link>${items.join('')}</channel></rss>`;
}

/** An engine that follows desks over HTTP, each `name lang` with what it tells, all stored. Closed after the test. */
export async function lensDesk(desks: Readonly<Record<string, readonly Told[]>>, options: ReadingRoomOptions = {}): Promise<LensDesk> {
  const told = new Map(Object.entries(desks));
  const bodyOf = (desk: string): string => feedOf(desk.split(' ')[0] ?? '', desk.split(' ')[1] ?? 'en', told.get(desk) ?? []);
  const server = createServer((request, answer) => answer.writeHead(200, { 'content-type': 'application/rss+xml' }).end(bodyOf(decodeURIComponent((request.url ?? '').slice(1)))));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const room = openReadingRoom(options);
  onTestFinished(async () => {
    await room.close();
    server.closeAllConnections();
    server.close();
  });
  for (const desk of told.keys()) await room.api.subscribe({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${encodeURIComponent(desk)}` });
  return {
    ...room,
    idOf: (title) => room.store.get<{ id: ArticleId }>('SELECT id FROM articles WHERE title = ?', title)?.id ?? 0,
    async tell(desk, articles) {
      told.set(desk, articles);
      await room.api.refresh({});
    },
  };
}
