import type { AliasRule, Entity, EntityAlias } from '../../contract/gazetteer.ts';
import { joinedCode } from '../../contract/joined-code.ts';
import { foldCased, foldForm, isWordUnit } from './fold-names.ts';

/** A rule, readied for matching: its words are folded. */
export type FormRule =
  | { readonly kind: 'symbol' }
  /** `byName`: also where the company is named in the same text. */
  | { readonly kind: 'ticker'; readonly exchanges: readonly string[]; readonly byName: boolean }
  | { readonly kind: 'near'; readonly near: readonly string[]; readonly within: number | null; readonly notAfter: readonly string[]; readonly notBefore: readonly string[] };

/** One way in which one entity is written. */
export interface NameForm {
  readonly entity: Entity;
  /** Folded. */
  readonly text: string;
  /** With its case, where that matters; else null. */
  readonly exact: string | null;
  /** An English plural of it means the same. */
  readonly plural: boolean;
  readonly from: number | null;
  /** End of its last day. */
  readonly to: number | null;
  readonly rule: FormRule | null;
}

const DAY_MS = 24 * 60 * 60_000;
const SHORTEST_PLURAL = 4;

function dayOf(day: string | undefined): number | null {
  return day === undefined ? null : Date.parse(day);
}

function ruleOf(rule: AliasRule | undefined, entity: Entity): FormRule | null {
  if (rule === undefined) return null;
  if (rule === 'symbol') return { kind: 'symbol' };
  if (rule === 'ticker') return { kind: 'ticker', exchanges: (entity.tickers ?? []).map(({ exchange }) => exchange), byName: true };
  const { near = [], within, notAfter = [], notBefore = [] } = rule;
  if (near.length + notAfter.length + notBefore.length === 0) return null;
  return { kind: 'near', near: near.map(foldForm), within: within ?? null, notAfter: notAfter.map(foldForm), notBefore: notBefore.map(foldForm) };
}

function formOf(entity: Entity, { text, exact, from, to, needs }: EntityAlias): NameForm {
  const isExact = exact === true || (typeof needs === 'object' && needs.exact === true);
  const folded = foldForm(text);
  const last = folded.charCodeAt(folded.length - 1);
  const end = dayOf(to);
  return {
    entity,
    text: folded,
    exact: isExact ? foldCased(text) : null,
    plural: !isExact && folded.length >= SHORTEST_PLURAL && last >= 0x61 && last <= 0x7a,
    from: dayOf(from),
    to: end === null ? null : end + DAY_MS - 1,
    rule: ruleOf(needs, entity),
  };
}

/** A code that is a form of its own only behind its exchange, whatever else it may spell; joined to it, as in SH600111, it is one anywhere. */
function tickerForms(entity: Entity): NameForm[] {
  return (entity.tickers ?? []).flatMap((ticker) => {
    const { exchange, code, from, to } = ticker;
    const dated = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
    const alone: NameForm = { ...formOf(entity, { text: code, exact: true, ...dated }), rule: { kind: 'ticker', exchanges: [exchange], byName: false } };
    const joined = joinedCode(ticker);
    return joined === null ? [alone] : [alone, formOf(entity, { text: joined, ...dated })];
  });
}

/** Every form under which an entity is recognised: none of one that a person removed. */
export function formsOf(entity: Entity): NameForm[] {
  if (entity.own === 'removed') return [];
  const hidden = new Set((entity.hidden ?? []).map(foldForm));
  const names = Object.entries(entity.names).flatMap(([lang, text]) => {
    if (entity.silent?.includes(lang)) return [];
    const needs = entity.needs !== undefined && isWordUnit(foldForm(text).charCodeAt(0)) ? { needs: entity.needs } : {};
    return [formOf(entity, { text, lang, ...needs })];
  });
  const forms = [...names, ...entity.aliases.map((alias) => formOf(entity, alias)), ...tickerForms(entity)];
  return forms.filter(({ text }) => text !== '' && !hidden.has(text));
}
