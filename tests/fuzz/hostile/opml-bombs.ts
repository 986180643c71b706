import { many, MEGABYTE } from './hostile-document.ts';

/** A subscription list that attacks its reader, and how many feeds it gives or the code under which it is refused. */
export interface OpmlBomb {
  readonly name: string;
  readonly gives: number | 'opml-too-large' | 'not-opml';
  make(): string;
}

const FEED = '<outline text="a" xmlUrl="https://metals.example/feed"/>';
const opml = (body: string, doctype = ''): string => `${doctype}<opml version="2.0"><head><title>List</title></head><body>${body}</body></opml>`;

export const OPML_BOMBS: readonly OpmlBomb[] = [
  { name: 'entities that swell', gives: 1, make: () => opml(FEED.replace('"a"', '"&l9;"'), `<!DOCTYPE opml [<!ENTITY l0 "lol">${many(9, (at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`)}]>`) },
  { name: 'a million outlines', gives: 'opml-too-large', make: () => opml('<outline/>'.repeat(1_000_000)) },
  { name: '100,000 folders inside each other', gives: 'opml-too-large', make: () => opml('<outline text="f">'.repeat(100_000)) },
  { name: '900 folders inside each other', gives: 1, make: () => opml(`${'<outline text="f">'.repeat(900)}${FEED}`) },
  { name: 'end tags without beginnings, deep down', gives: 1, make: () => opml(`${FEED}${'<x>'.repeat(900)}${'</z>'.repeat(100_000)}`) },
  { name: 'an address of 5 MB', gives: 1, make: () => opml(`<outline text="a" xmlUrl="https://metals.example/${'x'.repeat(5 * MEGABYTE)}"/>`) },
  { name: '100,000 attributes', gives: 1, make: () => opml(FEED.replace('text', `${many(100_000, (at) => `a${at}=""`, ' ')} text`)) },
  { name: 'attributes named like the properties of objects', gives: 1, make: () => opml(FEED.replace('text', '__proto__="x" constructor="y" toString="z" text')) },
  { name: 'a list that never ends', gives: 1, make: () => `<opml><body>${FEED}<!--${'x'.repeat(5 * MEGABYTE)}` },
  { name: 'a feed', gives: 'not-opml', make: () => '<rss><channel><outline xmlUrl="https://metals.example/feed"/></channel></rss>' },
  { name: '21 MB', gives: 'opml-too-large', make: () => opml(' '.repeat(21 * 1024 * 1024)) },
];
