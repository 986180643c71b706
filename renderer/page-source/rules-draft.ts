import type { HtmlPageRules, JsonPageRules, PageRules } from '../../electron/contract/page.ts';

/** A part of the rules that a person can write. */
export type RulePart = Exclude<keyof HtmlPageRules | keyof JsonPageRules, 'kind'>;

export interface RuleLine {
  readonly part: RulePart;
  readonly value: string;
  /** Left empty, the part is found by itself, or not used; else the rules cannot be read without it. */
  readonly whenEmpty: 'byItself' | 'notUsed' | 'refused';
}

function line(part: RulePart, value: string | null | undefined, whenEmpty: RuleLine['whenEmpty']): RuleLine {
  return { part, value: value ?? '', whenEmpty };
}

/** The parts of the rules in the order in which they are read. `in` is shown only where it is used. */
export function ruleLines(rules: PageRules): readonly RuleLine[] {
  const inside = rules.in ? [line('in', rules.in, 'notUsed')] : [];
  if (rules.kind === 'html') {
    const { item, title, link, date, summary } = rules;
    return [...inside, line('item', item, 'refused'), line('title', title, 'byItself'), line('link', link, 'byItself'), line('date', date, 'byItself'), line('summary', summary, 'byItself')];
  }
  const { items, title, link, date, summary, id } = rules;
  return [...inside, line('items', items, 'notUsed'), line('title', title, 'refused'), line('link', link, 'refused'), line('date', date, 'notUsed'), line('summary', summary, 'notUsed'), line('id', id, 'notUsed')];
}

/** The rules with one part written anew. */
export function withPart(rules: PageRules, part: RulePart, written: string): PageRules {
  const isText = part === 'item' || part === 'items' || (rules.kind === 'json' && (part === 'title' || part === 'link'));
  return { ...rules, [part]: written.trim() === '' && !isText ? null : written };
}

/** The part that cannot be empty and is, or null. */
export function emptyPart(rules: PageRules): RulePart | null {
  return ruleLines(rules).find(({ value, whenEmpty }) => whenEmpty === 'refused' && value.trim() === '')?.part ?? null;
}

function written(rules: PageRules): string {
  return JSON.stringify(ruleLines(rules).map(({ part, value }) => [part, value.trim()]));
}

export function sameRules(one: PageRules, other: PageRules): boolean {
  return one.kind === other.kind && written(one) === written(other);
}
