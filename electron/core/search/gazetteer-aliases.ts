import type { Entity, EntityId } from '../../contract/gazetteer.ts';
import { foldText } from '../../contract/search/fold.ts';
import { joinedCode } from '../../contract/joined-code.ts';
import type { EntityKind } from '../../contract/search/query-node.ts';
import { runsOf } from '../../contract/search/tokens.ts';
import terms from '../../../assets/gazetteer/terms.json' with { type: 'json' };
import type { Aliases, AliasGroup, AliasMatch, AliasName } from './aliases.ts';
import { noticeNames } from './notice-names.ts';
import { otherNumber } from './other-number.ts';

/** Symbols of metals beside the rare earths that are no word, name or abbreviation in a query. */
const PLAIN_SYMBOLS = new Set(['Ga', 'Ge', 'Sb', 'Nb', 'Zr', 'Hf']);

/** Kinds that an operator takes beside its own: the metals are elements to whoever asks for one. */
const ASKED_AS: Readonly<Record<Entity['kind'], EntityKind>> = {
  element: 'element', metal: 'element', product: 'product', company: 'company', place: 'place', agency: 'agency', policy: 'policy',
};

/** Words of "Announcement No. 18 of 2025". */
const LONGEST_NOTICE = 5;
/** A formula is nothing else in any case. */
const FORMULA = /[A-Z][a-z]?\d/;

/** A name as one key, however its words are parted. */
function keyOf(text: string): string {
  return runsOf(foldText(text)).map((run) => run.text).join(' ');
}

/** Forms that mean the entity wherever they stand; those that need a context are told by recognition alone. */
function freeForms(entity: Entity): string[] {
  const hidden = new Set((entity.hidden ?? []).map(keyOf));
  const names = Object.entries(entity.names).flatMap(([lang, text]) => (entity.silent?.includes(lang) || (entity.needs !== undefined && /^[\p{Script=Latin}\d .'-]+$/u.test(text)) ? [] : [text]));
  const aliases = entity.aliases.filter(({ text, needs, exact }) => needs === undefined && (exact !== true || FORMULA.test(text))).map(({ text }) => text);
  const codes = (entity.tickers ?? []).flatMap((ticker) => [`${ticker.exchange}:${ticker.code}`, ...(/^\d{6}$/.test(ticker.code) ? [ticker.code] : []), ...[joinedCode(ticker)].filter((code) => code !== null)]);
  return [...names, ...aliases, ...codes].filter((text) => !hidden.has(keyOf(text)));
}

/** Forms that others have taken over, or have had before, and so mean the entity in some years only. */
function datedForms({ aliases }: Entity, ofOthers: (key: string) => boolean): ReadonlySet<string> {
  return new Set(aliases.filter(({ text, from, to }) => (from ?? to) !== undefined && ofOthers(keyOf(text))).map(({ text }) => keyOf(text)));
}

function needsContext(entity: Entity): boolean {
  return entity.needs !== undefined || entity.aliases.some(({ needs, exact }) => exact === true ? needs !== 'symbol' : needs !== undefined && needs !== 'symbol');
}

/** Where a company is asked for, its code is nothing else ("company:MP"), whatever it may be in a text. */
function isCode(entity: Entity, key: string): boolean {
  return codesOf(entity).some((code) => keyOf(code) === key);
}

function codesOf({ aliases, tickers = [] }: Entity): string[] {
  return [...aliases.map(({ text }) => text), ...tickers.map(({ code }) => code)];
}

interface Known {
  readonly entity: Entity;
  readonly forms: readonly string[];
}

/**
 * The names of a gazetteer as searches use them. A query names an entity by any form that means it wherever it stands, an
 * element also by its symbol in exact case.
 */
export function gazetteerAliases(entities: Iterable<Entity>): Aliases {
  const known: Known[] = [];
  const byKey = new Map<string, Known[]>();
  const bySymbol = new Map<string, Known>();
  let longest = LONGEST_NOTICE;
  const note = (key: string, one: Known): void => {
    if (key === '') return;
    const held = byKey.get(key);
    if (!held) byKey.set(key, [one]);
    else if (!held.includes(one)) held.push(one);
    longest = Math.max(longest, key.split(' ').length);
  };
  for (const entity of entities) {
    if (entity.own === 'removed') continue;
    const one = { entity, forms: freeForms(entity) };
    known.push(one);
    for (const form of one.forms) {
      for (const key of bothNumbers(keyOf(form))) note(key, one);
    }
    for (const { text, exact, needs } of entity.aliases) if (exact === true && needs === undefined) bySymbol.set(text, one);
    const { symbol } = entity;
    if (symbol !== undefined && (entity.kind === 'element' ? symbol.length === 2 : PLAIN_SYMBOLS.has(symbol))) bySymbol.set(symbol, one);
  }

  const termsByKey = new Map<string, AliasGroup>();
  for (const { id, names } of terms.terms) {
    const group: AliasGroup = { id, kind: 'term', names: names.map((text) => ({ text, as: 'phrase' })) };
    for (const name of names) for (const key of bothNumbers(keyOf(name))) {
      termsByKey.set(key, group);
      longest = Math.max(longest, key.split(' ').length);
    }
  }

  const groups = new Map<EntityId, AliasGroup>();
  const groupOf = (one: Known): AliasGroup => {
    const held = groups.get(one.entity.id);
    if (held) return held;
    // An old name goes on to mean its entity until another takes it.
    const dated = datedForms(one.entity, (key) => byKey.get(key)?.some(({ entity }) => entity.id !== one.entity.id) ?? false);
    const made: AliasGroup = { id: one.entity.id, kind: ASKED_AS[one.entity.kind], names: namesOf(one, dated), longer: longerThan(one, byKey), byContext: dated.size > 0 || needsContext(one.entity) };
    groups.set(one.entity.id, made);
    return made;
  };
  const named = (words: readonly string[]): readonly AliasGroup[] => {
    const [word = ''] = words;
    const exact = words.length === 1 ? bySymbol.get(word) : undefined;
    if (exact) return [groupOf(exact)];
    const key = keyOf(words.join(' '));
    const term = termsByKey.get(key) ?? noticeNames(words.join(' '));
    return [...(byKey.get(key) ?? []).map(groupOf), ...(term ? [term] : [])];
  };

  return {
    match(words) {
      const found: AliasMatch[] = [];
      for (let from = 0; from < words.length; from++) {
        for (let to = Math.min(words.length, from + longest); to > from; to--) {
          const ones = named(words.slice(from, to));
          if (ones.length === 0) continue;
          found.push({ from, to, groups: ones });
          from = to - 1;
          break;
        }
      }
      return found;
    },
    find(kind, name) {
      const lower = name.trim().toLowerCase();
      const key = keyOf(name);
      const ofKind = known.filter(({ entity }) => ASKED_AS[entity.kind] === kind);
      const exact = ofKind.filter(({ entity }) => entity.id.toLowerCase() === lower || entity.id.toLowerCase() === `${entity.kind}:${lower}` || entity.symbol?.toLowerCase() === lower);
      const called = exact.length > 0 ? exact : ofKind.filter((one) => byKey.get(key)?.includes(one));
      return (called.length > 0 || key === '' ? called : ofKind.filter(({ entity }) => isCode(entity, key))).map(groupOf);
    },
    complete(kind, typed, limit) {
      const wanted = keyOf(typed);
      const ofKind = known.filter(({ entity }) => ASKED_AS[entity.kind] === kind);
      const begins = ofKind.filter(({ entity, forms }) => wanted === '' || entity.symbol?.toLowerCase() === typed.trim().toLowerCase() || forms.some((form) => keyOf(form).startsWith(wanted)));
      // Abbreviations and codes that are words elsewhere are none behind an operator.
      const byCode = ofKind.filter((one) => !begins.includes(one) && codesOf(one.entity).some((code) => keyOf(code).startsWith(wanted)));
      return [...begins, ...byCode].slice(0, limit).map(({ entity, forms }) => ({
        value: entity.symbol ?? entity.names['en'] ?? forms[0] ?? entity.id,
        title: [...new Set([entity.names['en'], entity.names['zh-Hans']])].filter((name) => name !== undefined).join(' · ') || entity.id,
      }));
    },
  };
}

function namesOf({ entity, forms }: Known, dated: ReadonlySet<string>): AliasName[] {
  const symbol = entity.symbol !== undefined && entity.aliases.some(({ needs }) => needs === 'symbol') ? [{ text: entity.symbol, as: 'symbol' as const }] : [];
  return [...forms.map((text) => ({ text, as: 'phrase' as const, ...(dated.has(keyOf(text)) ? { dated: true } : {}) })), ...symbol];
}

/** A key and what it is in its other number. */
function bothNumbers(key: string): string[] {
  const words = key.split(' ');
  const other = otherNumber(words.at(-1) ?? '');
  return other === null ? [key] : [key, [...words.slice(0, -1), other].join(' ')];
}

/** Whether a thing whose name holds the name of another is a kind of it: what is made of the same elements, and any place. */
function isKindOf(longer: Entity, entity: Entity): boolean {
  if (longer.kind !== entity.kind || entity.kind === 'place' || entity.kind === 'policy') return true;
  return entity.kind === 'product' && String(longer.of ?? []) === String(entity.of ?? []);
}

/** Names of others around names of this one. An element stands rightly in the names of its products. */
function longerThan({ entity, forms }: Known, byKey: ReadonlyMap<string, readonly Known[]>): string[] {
  if (entity.kind === 'element' || entity.kind === 'metal') return [];
  const keys = forms.map(keyOf).filter((key) => key !== '');
  return [...byKey].flatMap(([key, ones]) => {
    if (ones.some((one) => one.entity.id === entity.id || isKindOf(one.entity, entity))) return [];
    return keys.some((own) => key.length > own.length && holds(key, own)) ? [key] : [];
  });
}

/** Whether a key stands in another: between words where it begins or ends with one, anywhere in characters. */
function holds(key: string, own: string): boolean {
  const isDense = /[^\0-\x7f]/.test(own);
  return isDense ? key.includes(own) : ` ${key} `.includes(` ${own} `);
}
