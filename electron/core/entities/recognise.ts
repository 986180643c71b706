import type { EntityId, EntityMention } from '../../contract/gazetteer.ts';
import { rareEarthOfIon, rareEarthsInFormula } from './chemical-symbols.ts';
import { thirdOf, UNTOLD, type CompiledGazetteer } from './compile-gazetteer.ts';
import { foldNames, isWordUnit, unitsToString, type FoldedText } from './fold-names.ts';
import type { FormRule, NameForm } from './name-form.ts';
import { isSymbolHere } from './symbol-rule.ts';
import { isBracketedCode, isTickerHere } from './ticker-rule.ts';

/** A text as it is looked through: plain, not HTML. */
export interface NamedText {
  readonly title: string;
  readonly text: string;
  /** By which dated names are told apart; null takes each at its latest meaning. Epoch milliseconds. */
  readonly publishedAt?: number | null;
}

interface Found {
  readonly entityId: EntityId;
  readonly start: number;
  readonly end: number;
  /** Holds only if the company is named elsewhere. */
  readonly byName: boolean;
}

/** Stands between title and text: part of no form. */
const BETWEEN = '\u0000';
/** As far as a rule looks around. */
const AROUND = 80;
const LETTER_S = 0x73;
const LETTER_E = 0x65;

class Scan {
  readonly #folded: FoldedText;
  readonly #gazetteer: CompiledGazetteer;
  readonly #at: number | null;
  readonly #found: Found[] = [];
  /** Of the names that begin at one place, by turns the place of their forms and their end. */
  readonly #ends: number[] = [];
  #whole: string | null = null;
  /** By the words that a rule wants to be there. */
  readonly #anywhere = new Map<readonly string[], boolean>();

  constructor(folded: FoldedText, gazetteer: CompiledGazetteer, at: number | null) {
    this.#folded = folded;
    this.#gazetteer = gazetteer;
    this.#at = at;
  }

  run(): Found[] {
    const { units, exact, length } = this.#folded;
    for (let at = 0; at < length; ) {
      const isWord = isWordUnit(units[at] ?? 0);
      const end = isWord ? this.#nameInWord(at) : this.#nameAt(at);
      if (end > 0) {
        at = end;
        continue;
      }
      const start = at++;
      if (!isWord) continue;
      while (at < length && isWordUnit(units[at] ?? 0)) at += 1;
      const capital = exact[start] ?? 0;
      if (capital >= 0x41 && capital <= 0x5a) this.#formulaAt(start, at);
    }
    if (!this.#found.some(({ byName }) => byName)) return this.#found;
    const named = new Set(this.#found.filter(({ byName }) => !byName).map(({ entityId }) => entityId));
    return this.#found.filter(({ byName, entityId }) => !byName || named.has(entityId));
  }

  /** As #nameAt, where a word begins. A name of fewer than three units would end in the midst of a longer word, which none does. */
  #nameInWord(start: number): number {
    const { units, length } = this.#folded;
    const { third } = this.#gazetteer;
    const one = units[start] ?? 0;
    const two = units[start + 1] ?? 0;
    const three = units[start + 2] ?? 0;
    if (start + 2 >= length || !isWordUnit(two) || !isWordUnit(three)) return this.#nameAt(start);
    const node = third[thirdOf(one, two, three)] ?? 0;
    if (node === 0) return 0;
    return node !== UNTOLD && isLetter(one) && isLetter(two) && isLetter(three) ? this.#longest(start, node, start + 3) : this.#nameAt(start);
  }

  /** The longest name that begins here; its end, or 0 where none does. */
  #nameAt(start: number): number {
    const node = this.#gazetteer.first[this.#folded.units[start] ?? 0] ?? 0;
    return node === 0 ? 0 : this.#longest(start, node, start + 1);
  }

  /** The longest name from `start` on, of which the tree is at `from` before `to`. */
  #longest(start: number, from: number, to: number): number {
    const { units, length } = this.#folded;
    const { next, ending, forms } = this.#gazetteer;
    const ends = this.#ends;
    let found = 0;
    for (let node = from, end = to; node !== 0; end += 1) {
      const here = ending[node] ?? 0;
      if (here !== 0) {
        ends[found] = here;
        ends[found + 1] = end;
        found += 2;
      }
      if (end >= length) break;
      node = next.get(node, units[end] ?? 0);
    }
    // Most words only begin as some name does.
    for (found -= 2; found >= 0; found -= 2) {
      const best = this.#best(forms[ends[found] ?? 0] ?? [], start, ends[found + 1] ?? 0);
      if (best > 0) return best;
    }
    return 0;
  }

  /** The form that holds here, of several that are written alike; the end of its mention, or 0. */
  #best(forms: readonly NameForm[], start: number, end: number): number {
    const bare = this.#endsAt(end) ? end : 0;
    const plural = bare === 0 ? this.#pluralEnd(end) : 0;
    if (bare === 0 && plural === 0) return 0;
    let old: NameForm | null = null;
    let chosen: NameForm | null = null;
    let written: string | null = null;
    for (const form of forms) {
      if (bare === 0 && !form.plural) continue;
      if (form.exact !== null && form.exact !== (written ??= unitsToString(this.#folded.exact, start, end).replaceAll('-', ' '))) continue;
      if (this.#at !== null && form.from !== null && this.#at < form.from) continue;
      if (!this.#holds(form, start, end)) continue;
      const isPast = form.to !== null && (this.#at === null || this.#at > form.to);
      if (isPast) old ??= form;
      else if (chosen === null || (chosen.rule !== null && form.rule === null)) chosen = form;
    }
    const form = chosen ?? old;
    if (form === null) return 0;
    const to = bare || plural;
    this.#found.push({ entityId: form.entity.id, start, end: to, byName: form.rule?.kind === 'ticker' && !this.#isTicker(form.rule, start, end) });
    return to;
  }

  #endsAt(end: number): boolean {
    const { units, length } = this.#folded;
    return end >= length || !isWordUnit(units[end] ?? 0) || !isWordUnit(units[end - 1] ?? 0);
  }

  #pluralEnd(end: number): number {
    const { units } = this.#folded;
    const at = units[end] === LETTER_E && units[end + 1] === LETTER_S ? end + 2 : end + 1;
    return units[at - 1] === LETTER_S && at <= this.#folded.length && this.#endsAt(at) ? at : 0;
  }

  #holds({ rule, entity, exact }: NameForm, start: number, end: number): boolean {
    switch (rule?.kind) {
      case undefined:
        return true;
      case 'symbol':
        return isSymbolHere(exact ?? '', { ...this.#around(start, end), names: Object.values(entity.names) });
      case 'ticker':
        return rule.byName || this.#isTicker(rule, start, end) || isBracketedCode(exact ?? '', this.#around(start, end));
      case 'near':
        return this.#isNear(rule, { start, end, isCode: exact !== null && /^[A-Z]{2,4}$/u.test(exact) });
      default:
        return rule satisfies never;
    }
  }

  #isTicker({ exchanges }: Extract<FormRule, { kind: 'ticker' }>, start: number, end: number): boolean {
    return isTickerHere(exchanges, this.#around(start, end));
  }

  /** What stands around, with its case. */
  #around(start: number, end: number): { readonly ahead: string; readonly behind: string } {
    const { exact, length } = this.#folded;
    return { ahead: unitsToString(exact, start - AROUND, start), behind: unitsToString(exact, end, Math.min(length, end + AROUND)) };
  }

  #isNear({ near, within, notAfter, notBefore }: Extract<FormRule, { kind: 'near' }>, { start, end, isCode }: { start: number; end: number; isCode: boolean }): boolean {
    const { units, length } = this.#folded;
    const ahead = unitsToString(units, start - AROUND, start).trimEnd();
    const behind = unitsToString(units, end, Math.min(length, end + AROUND)).trimStart();
    // Behind a number it is a unit: 20 MP.
    if (isCode && /\d$/u.test(ahead)) return false;
    if (notAfter.some((word) => ahead.endsWith(word) && !isWordUnit(isWordUnit(word.charCodeAt(0)) ? ahead.charCodeAt(ahead.length - word.length - 1) : 0))) return false;
    if (notBefore.some((word) => behind.startsWith(word) && !isWordUnit(isWordUnit(word.charCodeAt(0)) ? behind.charCodeAt(word.length) : 0))) return false;
    if (near.length === 0) return true;
    if (within !== null) {
      const text = `${unitsToString(units, start - within, start)}${BETWEEN}${unitsToString(units, end, Math.min(length, end + within))}`;
      return near.some((word) => hasWord(text, word));
    }
    return this.#isAnywhere(near);
  }

  /** Whether one of these words stands anywhere in the text, which is so of every mention alike. */
  #isAnywhere(words: readonly string[]): boolean {
    const known = this.#anywhere.get(words);
    if (known !== undefined) return known;
    const { units, length } = this.#folded;
    const whole = (this.#whole ??= unitsToString(units, 0, length));
    const found = words.some((word) => hasWord(whole, word));
    this.#anywhere.set(words, found);
    return found;
  }

  /** A formula or ion that the word here is. */
  #formulaAt(start: number, end: number): void {
    const { units, exact } = this.#folded;
    if (end - start < 3 || end - start > 40) return;
    // Either has a number, which the fewest words have.
    let digit = start + 1;
    while (digit < end && !isDigit(units[digit] ?? 0)) digit += 1;
    if (digit === end) return;
    const word = unitsToString(exact, start, end);
    const ion = exact[end] === 0x2b ? rareEarthOfIon(word) : null;
    for (const symbol of ion === null ? rareEarthsInFormula(word) : [ion]) {
      const entityId = `element:${symbol}`;
      const entity = this.#gazetteer.entities.get(entityId);
      if (entity && entity.own !== 'removed') this.#found.push({ entityId, start, end: ion === null ? end : end + 1, byName: false });
    }
  }
}

function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Whether a phrase stands in a folded text; a Latin one begins where a word does. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !isWordUnit(word.charCodeAt(0)) || !isWordUnit(text.charCodeAt(at - 1))) return true;
  }
  return false;
}

/** A mention without its words. */
export type MentionPlace = Omit<EntityMention, 'text'>;

/**
 * Every place where a text names an entity of the gazetteer, in the order of the text. The longest name that fits wins: 氧化镨钕 is
 * not 氧化镨. Pure; a word that is a name only in company (a symbol, a ticker) needs that company.
 */
export function mentionPlaces({ title, text, publishedAt = null }: NamedText, gazetteer: CompiledGazetteer): MentionPlace[] {
  const folded = foldNames(`${title}${BETWEEN}${text}`);
  const textFrom = title.length + BETWEEN.length;
  return new Scan(folded, gazetteer, publishedAt).run().map(({ entityId, start, end }) => {
    const from = folded.starts[start] ?? 0;
    const to = folded.ends[end - 1] ?? from;
    const isTitle = from < textFrom;
    const offset = isTitle ? 0 : textFrom;
    return { entityId, field: isTitle ? 'title' : 'text', start: from - offset, end: to - offset };
  });
}

/** The same, with the words of each. */
export function recognise(named: NamedText, gazetteer: CompiledGazetteer): EntityMention[] {
  return mentionPlaces(named, gazetteer).map((place) => ({ ...place, text: named[place.field].slice(place.start, place.end) }));
}
