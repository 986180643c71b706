import { describe, expect, it } from 'vitest';
import { feedOf } from './parse.ts';

const json = (value: object) => JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Feed', ...value });

describe('JSON Feed', () => {
  it('1.1 gives each field of an item', async () => {
    const feed = await feedOf(
      json({
        home_page_url: 'https://example.org/',
        language: 'zh-CN',
        authors: [{ name: 'Desk' }],
        items: [
          {
            id: 7, url: 'https://example.org/7', title: 'Nd &amp; Pr', content_html: '<p>Whole</p>', summary: 'Short', image: 'i.png', language: 'en',
            date_published: '2020-01-02T03:04:05Z', date_modified: '2020-01-03T00:00:00+08:00', tags: ['a', 3, null], authors: [{ name: 'Ann' }, {}],
            attachments: [{ url: 'a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 9 }, { mime_type: 'x' }],
          },
          { id: 'b', content_text: 'a < b\n\nsecond' },
        ],
      }),
    );
    expect(feed).toMatchObject({ kind: 'json', title: 'Feed', siteUrl: 'https://example.org/', lang: 'zh-CN', lost: 0 });
    expect(feed.items[0]).toEqual({
      guid: '7', link: 'https://example.org/7', title: 'Nd & Pr', html: '<p>Whole</p>', summaryHtml: '<p>Short</p>', base: null, publishedAt: Date.UTC(2020, 0, 2, 3, 4, 5), publishedDay: null,
      updatedAt: Date.UTC(2020, 0, 2, 16), authors: ['Ann'], tags: ['a', '3'], lang: 'en', enclosures: [{ url: 'a.mp3', type: 'audio/mpeg', bytes: 9 }], image: 'i.png',
    });
    expect(feed.items[1]).toMatchObject({ guid: 'b', title: null, html: '<p>a &lt; b</p><p>second</p>', authors: ['Desk'] });
  });

  it('1.0 names one author, and may link elsewhere', async () => {
    const feed = await feedOf(JSON.stringify({ version: 'https://jsonfeed.org/version/1', items: [{ id: 'a', external_url: 'https://other.example/', author: { name: 'Ann' } }] }));
    expect(feed.items[0]).toMatchObject({ link: 'https://other.example/', authors: ['Ann'] });
  });

  it('loses an item that is none, and no other', async () => {
    const feed = await feedOf(json({ items: [null, 'x', {}, [], { id: 'a', title: { not: 'text' }, tags: 'no list', attachments: {} }] }));
    expect(feed.items.map(({ guid, title }) => [guid, title])).toEqual([['a', null]]);
    expect(feed.lost).toBe(4);
  });
});
