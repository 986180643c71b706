import { describe, expect, it } from 'vitest';
import type { HtmlRules, JsonRules, PageRules } from '../../../../electron/core/parse/page/page-rules.ts';
import { validateRules } from '../../../../electron/core/parse/page/validate-rules.ts';

const html: HtmlRules = { kind: 'html', item: 'li', title: null, link: null, date: null, summary: null };
const json: JsonRules = { kind: 'json', items: 'data.list', title: 'title', link: 'url', date: null, summary: null, id: null };

describe('rules', () => {
  it.each([
    html,
    { ...html, item: 'div.list > ul > li:not(.ad), [class*="newsItem___"]', title: 'h3 a', link: ':scope', date: '+ dd span:nth-child(2n+1)', summary: '> p' },
    { ...html, in: 'data.html' },
    json,
    { ...json, items: '', link: '/news/{id}', date: 'pub.time', id: 'id' },
    { ...json, items: 'data.rows[*].items', title: 'a["odd.name"]', in: 'script#__NEXT_DATA__' },
    { ...json, items: '$.payload.0.items' },
    { ...json, items: 'days[*][*]', link: '/news/{~}', date: '^.date', id: '~' },
  ] satisfies PageRules[])('%j can be used', (rules) => {
    expect(validateRules(rules)).toBeNull();
  });

  it.each([
    [{ ...html, item: '' }, 'item', 'empty'],
    [{ ...html, item: 'li[' }, 'item', 'not-a-selector'],
    [{ ...html, item: '+ li' }, 'item', 'not-a-selector'],
    [{ ...html, item: 'a'.repeat(501) }, 'item', 'too-long'],
    [{ ...html, item: 'li:has(a)' }, 'item', 'unsupported'],
    [{ ...html, item: 'li:contains("x")' }, 'item', 'unsupported'],
    [{ ...html, item: 'li ~ li' }, 'item', 'unsupported'],
    [{ ...html, item: 'li::before' }, 'item', 'unsupported'],
    [{ ...html, item: 'li:nth-child(2 of .x)' }, 'item', 'unsupported'],
    [{ ...html, title: ':nope' }, 'title', 'unsupported'],
    [{ ...html, date: '>' }, 'date', 'not-a-selector'],
    [{ ...html, summary: 'p,' }, 'summary', 'not-a-selector'],
    [{ ...html, in: 'data..html' }, 'in', 'not-a-path'],
    [{ ...json, items: 'data[' }, 'items', 'not-a-path'],
    [{ ...json, title: '' }, 'title', 'empty'],
    [{ ...json, link: '' }, 'link', 'empty'],
    [{ ...json, link: '/news/{}' }, 'link', 'not-a-path'],
    [{ ...json, link: '/news/{a..b}' }, 'link', 'not-a-path'],
    [{ ...json, id: 'a b[' }, 'id', 'not-a-path'],
    [{ ...json, in: 'script[' }, 'in', 'not-a-selector'],
    [{ kind: 'xml' } as unknown as PageRules, 'kind', 'no-such-kind'],
  ] as const)('%j cannot, and say why', (rules, field, reason) => {
    expect(validateRules(rules)).toEqual({ field, reason });
  });
});
