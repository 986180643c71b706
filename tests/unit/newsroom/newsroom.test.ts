import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startNewsroom } from '../../newsroom/newsroom.ts';
import type { Newsroom } from '../../newsroom/newsroom.ts';
import { OUTLETS } from '../../newsroom/outlet.ts';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());

async function text(url: string): Promise<string> {
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  return answer.text();
}

function order(body: object): Promise<Response> {
  return fetch(`${newsroom.url}/control`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

const shown = OUTLETS.filter((outlet) => !outlet.hidden);

describe('the stories', () => {
  test('are at least sixty, in two languages, spread over ten days, several of them from today', () => {
    const all = shown.flatMap((outlet) => newsroom.stories(outlet.id).map((story) => ({ outlet, story })));
    expect(all.length).toBeGreaterThanOrEqual(60);
    expect(all.filter(({ outlet }) => outlet.calendar.lang === 'zh-CN').length).toBeGreaterThanOrEqual(20);
    const ages = all.map(({ story }) => (newsroom.startedAt - story.publishedAt) / 3_600_000);
    expect(ages.filter((hours) => hours < 24).length).toBeGreaterThanOrEqual(15);
    expect(Math.max(...ages)).toBeGreaterThan(200);
    expect(Math.max(...ages)).toBeLessThan(240);
    expect(Math.min(...ages)).toBeGreaterThan(0);
  });

  test('leave no date place unfilled', () => {
    for (const outlet of shown) {
      for (const story of newsroom.stories(outlet.id)) expect(`${story.title} ${story.summary} ${story.text}`).not.toMatch(/[{}]/);
    }
  });

  test('have pages of their own, with pictures that are pictures', async () => {
    for (const outlet of shown) {
      const story = newsroom.stories(outlet.id).find((one) => one.picture !== null) ?? newsroom.stories(outlet.id)[0]!;
      const page = await text(newsroom.storyUrl(outlet.id, story.slug));
      expect(page).toContain('application/ld+json');
      expect(page).toContain('/track/pixel.gif');
    }
    const answer = await fetch(`${newsroom.origin('magnet-monitor')}/${encodeURI('图片/grains-terbium 大图.png')}`);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await answer.arrayBuffer()).subarray(1, 4).toString()).toBe('PNG');
  });
});

describe('the feeds', () => {
  test('are one of each format, each holding its newest story', async () => {
    const marks: Record<string, RegExp> = { rss2: /<rss /, 'rss2-gbk': /encoding="GBK"/, 'rss2-summary': /<rss /, rdf: /<rdf:RDF /, atom: /<feed [^>]*xml:base/, json: /jsonfeed\.org\/version\/1\.1/ };
    for (const outlet of shown.filter((one) => one.format !== 'none')) {
      const bytes = await (await fetch(newsroom.feedUrl(outlet.id))).arrayBuffer();
      const feed = new TextDecoder(outlet.format === 'rss2-gbk' ? 'gbk' : 'utf-8').decode(bytes);
      expect(feed).toMatch(marks[outlet.format]!);
      expect(feed).toContain(newsroom.stories(outlet.id)[0]!.slug);
      expect(feed).toContain(outlet.title.replace('&', outlet.format === 'json' ? '&' : '&amp;'));
      expect(feed).not.toContain('&#');
    }
    expect(await text(newsroom.feedUrl('western-minerals'))).not.toContain('content:encoded>');
  });

  test('answer 304 to their validators, and gzip to whoever understands it', async () => {
    const url = newsroom.feedUrl('oxide-alloy');
    const first = await fetch(url);
    await first.text();
    const byTag = await fetch(url, { headers: { 'if-none-match': first.headers.get('etag')! } });
    const byDate = await fetch(url, { headers: { 'if-modified-since': first.headers.get('last-modified')! } });
    expect([byTag.status, byDate.status]).toEqual([304, 304]);
    const zipped = await new Promise<Buffer>((resolve, reject) => {
      request(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)));
      })
        .on('error', reject)
        .end();
    });
    expect(gunzipSync(zipped).toString()).toContain('<rss ');
  });

  test('are named by home pages, comments first where there are any', async () => {
    const page = await text(`${newsroom.origin('western-minerals')}/`);
    expect(page.indexOf('/comments/feed/')).toBeLessThan(page.indexOf('"/feed/"'));
    expect(await text(`${newsroom.origin('kestrel')}/`)).not.toContain('rel="alternate"');
  });

  test('are listed in nested folders', async () => {
    const opml = await text(`${newsroom.url}/opml`);
    expect(opml).toMatch(/text="Trade press"[\s\S]*<outline text="Explorers"[\s\S]*Western Minerals Review[\s\S]*text="中文"/);
    expect(opml).not.toContain('Hostile');
  });

  test('for load are the same twice, and grow by one when told', async () => {
    const url = `${newsroom.url}/load/4/50`;
    const before = await text(url);
    expect(await text(url)).toBe(before);
    expect(before.match(/<item>/g)).toHaveLength(50);
    expect(before.length / 50).toBeGreaterThan(2000);
    expect((await text(`${newsroom.url}/load/5/3`)).match(/<entry>/g)).toHaveLength(3);
    await order({ do: 'publish-load' });
    const after = await text(url);
    expect(after).toContain('load-4-1<');
    expect(after).toContain('load-4-0<');
  });
});

describe('told to', () => {
  test('publish, an outlet gives its next story in reserve, then one of the asker’s own', async () => {
    await order({ do: 'publish', outlet: 'oxide-alloy' });
    expect(await text(newsroom.feedUrl('oxide-alloy'))).toContain('Terbium jumps 3%');
    const story = newsroom.publish('oxide-alloy', { title: 'A new story', text: 'One **strong** word on Dy_2_O_3_.' });
    expect(await text(newsroom.feedUrl('oxide-alloy'))).toContain('One <strong>strong</strong> word on Dy<sub>2</sub>O<sub>3</sub>.');
    newsroom.edit('oxide-alloy', story.slug, { title: 'An edited story' });
    expect(await text(newsroom.feedUrl('oxide-alloy'))).toContain('<title>An edited story</title>');
    newsroom.withdraw('oxide-alloy', story.slug);
    expect(await text(newsroom.feedUrl('oxide-alloy'))).not.toContain('An edited story');
  });

  test('fail, an outlet fails in that way until it recovers', async () => {
    const url = newsroom.feedUrl('northgate');
    await order({ do: 'fail', outlet: 'northgate', fault: { kind: 'status', status: 410 } });
    expect((await fetch(url)).status).toBe(410);
    newsroom.fail('northgate', { kind: 'empty' });
    expect(await text(url)).toBe('');
    newsroom.fail('northgate', { kind: 'html' });
    expect(await text(url)).toContain('<!doctype html>');
    newsroom.fail('northgate', { kind: 'huge', bytes: 3_000_000 });
    expect((await text(url)).length).toBeGreaterThan(3_000_000);
    newsroom.fail('northgate', { kind: 'reset' });
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    for (const kind of ['hang', 'drip'] as const) {
      newsroom.fail('northgate', { kind });
      await expect(fetch(url, { signal: AbortSignal.timeout(300) }).then((answer) => answer.text())).rejects.toThrow('timeout');
    }
    expect((await fetch(`${newsroom.origin('northgate')}/`)).status).toBe(200);
    await newsroom.recover('northgate');
    expect(await text(url)).toContain('<feed ');
  });

  test('change the page of an outlet without a feed, its list is the same in another shape until it recovers', async () => {
    const page = () => text(`${newsroom.origin('kestrel')}/`);
    const before = await page();
    expect(before).toContain('class="announcement"');
    newsroom.reshape('kestrel', 'cards');
    expect(await page()).not.toContain('class="announcement"');
    expect(await page()).toContain('Mount Elgar: mineral resource grows by 14%');
    await newsroom.recover('kestrel');
    expect(await page()).toBe(before);
  });

  test('move, a feed redirects and is at its new path', async () => {
    newsroom.move('minerals-office', '/new/notices.rss');
    const answer = await fetch(newsroom.feedUrl('minerals-office'), { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/new/notices.rss']);
    expect(await text(`${newsroom.origin('minerals-office')}/new/notices.rss`)).toContain('<rss ');
    await newsroom.recover('minerals-office');
  });

  test('go dark, an outlet refuses connections and comes back at the same address', async () => {
    const url = newsroom.feedUrl('kuangye-cankao');
    await newsroom.goDark('kuangye-cankao');
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    await newsroom.comeBack('kuangye-cankao');
    expect(await text(url)).toContain('<rdf:RDF');
  });

  test('give orders, a form or a page of another origin is refused', async () => {
    const before = newsroom.stories('western-minerals').length;
    const answer = await fetch(`${newsroom.url}/control`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"do":"publish","outlet":"western-minerals"}' });
    expect(answer.status).toBe(400);
    expect(newsroom.stories('western-minerals')).toHaveLength(before);
  });

  test('account for itself, it lists who asked for what and how', async () => {
    newsroom.clearRequests();
    expect(newsroom.requests()).toEqual([]);
    await text(newsroom.feedUrl('magnet-monitor'));
    expect(newsroom.requests('magnet-monitor')).toMatchObject([{ method: 'GET', path: '/feed.json', status: 200 }]);
    expect(newsroom.requests('oxide-alloy')).toEqual([]);
  });
});
