import { englishNames, withNamedCompanies } from '../english/english-names.ts';
import { companyName } from './company-name.ts';
import { listedCompany } from './listed-company.ts';
import type { EntityMention } from '../../../contract/gazetteer.ts';
import { hanNames, withKnownCompanies } from '../chinese/han-names.ts';
import type { Name } from '../english/english-names.ts';
import type { Stretch } from '../sentences.ts';

/** Lines of a section that are looked back over for its heading. */
const MOST_LINES = 8;

/** In front of a name to whom or from where something goes, or that is but compared with. */
const BESIDE = /\b(?:to|in|from|than|against|with|by|via|into|cif|fob|CIF|FOB|ex|for|between|including|like|and|or|over|than that of|together with) (?:the |its |a |an )?$/i;
const NOUN = 'company|enterprise|firm|group|factory|plant|mine|project|park|zone|base|station|county|city|town|village|district|line|facility|smelter|refinery|workshop|fund|loan';
/** Words that stand for the name told last. */
const AGAIN = new RegExp(String.raw`\b(?:the|this|our) (${NOUN})\b|\b(?:it|its|they|their|we|our)\b`, 'i');
const THING = new RegExp(String.raw`(?:^ ?|, )(?:the|an?|our|its|this) ((?:[a-z-]+ )?(?:plant|mine|project|line|facility|smelter|refinery|park|base|workshop|factory|fund|loan|kiln|furnace|circuit|hub|laboratory))(?= (?:was|were|is|has|had|will|would|can|could|in|at|near|[a-z]+(?:s|ed))\b)`, 'i');
/** What a company may be called again, by whatever it was named. */
const COMPANY = /^(?:company|enterprise|firm|group|line|fund|loan)$/;
const AGAIN_NOUN = new RegExp(`^(?:${NOUN}|government)s?$`, 'i');
/** Whether a noun alone stands for a name told before: "the base". */
export const standsForName = (noun: string): boolean => AGAIN_NOUN.test(noun);

interface Found {
  /** In their order, those left out that something only goes to. */
  readonly names: readonly Name[];
  readonly firstWords: readonly string[];
  readonly title: string | null;
}

/** Of the mentions of companies at least, that a text is about one. */
const MAIN_SHARE = 0.6;
const FEWEST_MENTIONS = 2;
function mainCompany(mentions: readonly EntityMention[], text: string): string | null {
  const companies = mentions.filter(({ entityId }) => entityId.startsWith('company:'));
  const counts = new Map<string, number>();
  for (const { entityId } of companies) counts.set(entityId, (counts.get(entityId) ?? 0) + 1);
  const [id, count = 0] = [...counts].toSorted((one, other) => other[1] - one[1])[0] ?? [];
  if (id === undefined || count < FEWEST_MENTIONS || count < companies.length * MAIN_SHARE) return null;
  // No ticker, and no longer than needs be.
  const names = companies.filter(({ entityId }) => entityId === id).map(({ start, end }) => text.slice(start, end)).filter((name) => /\p{Ll}|\p{Script=Han}{2}/u.test(name));
  const [name = ''] = names.toSorted((one, other) => one.length - other.length);
  return name === '' ? null : companyName(name);
}

/** Of whom a text speaks where a figure stands: names, by the sentence and the paragraph they are told in. */
export class Holders {
  readonly #text: string;
  readonly #title: string;
  readonly #mentions: readonly EntityMention[];
  #found: Found | null = null;
  #main: { readonly name: string | null } | null = null;

  constructor(text: string, { title, mentions }: { readonly title: string; readonly mentions: readonly EntityMention[] }) {
    this.#text = text;
    this.#title = title;
    this.#mentions = mentions;
  }

  /** Found once, where a figure asks for them. */
  get #all(): Found {
    if (this.#found === null) {
      const text = this.#text;
      const names = /[\u3400-\u9fff]/.test(text) ? withKnownCompanies(hanNames(text), { text, mentions: this.#mentions }) : withNamedCompanies(englishNames(text), { text, mentions: this.#mentions });
      this.#found = {
        firstWords: [...new Set(names.map(({ short }) => short.split(' ')[0] ?? short))],
        names: names.filter(({ start }) => !BESIDE.test(text.slice(Math.max(0, start - 24), start))),
        title: englishNames(this.#title)[0]?.short ?? null,
      };
    }
    return this.#found;
  }

  /** The name that a sentence tells before a place. */
  within(place: number, { start }: Stretch): string | null {
    return this.#last(start, place)?.short ?? null;
  }

  /** The name that what stands at a place is of; null where none is told. */
  at(place: number, sentence: Stretch): string | null {
    const here = this.#last(sentence.start, place);
    if (here) return here.short;
    const again = AGAIN.exec(this.#text.slice(sentence.start, sentence.end));
    const line = this.#text.lastIndexOf('\n', sentence.start) + 1;
    const noun = again?.[1]?.toLowerCase();
    if (noun !== undefined) {
      const same = this.#all.names.findLast(({ start, head }) => start < sentence.start && head === noun);
      if (same) return same.short;
      if (!COMPANY.test(noun)) return noun;
    }
    return this.#last(line, sentence.start)?.short ?? (again && noun === undefined ? this.#thingBefore(line, sentence.start) : null) ?? this.#heading(line) ?? (again ? (this.#last(0, sentence.start)?.short ?? this.#all.title) : null);
  }

  /** What the sentence before speaks of, where that has no name: "the alloy plant". */
  #thingBefore(line: number, place: number): string | null {
    const told = this.#text.slice(line, place).trimEnd();
    return THING.exec(told.slice(Math.max(told.lastIndexOf('. ', told.length - 2) + 1, 0)))?.[1] ?? null;
  }

  /** The name in the line that heads a section: "Fen project", "Yandal project (100 %)". */
  #heading(line: number): string | null {
    let end = line - 1;
    for (let back = 0; back < MOST_LINES && end > 0; back++) {
      const start = this.#text.lastIndexOf('\n', end - 1) + 1;
      const words = this.#text.slice(start, end).trim();
      if (words !== '' && words.length < 60 && !/[.;:,!?。；：，！？|\t]$|[|\t]/.test(words) && !/^[-•*]/.test(words)) return this.#first(start, end)?.short ?? null;
      end = start - 1;
    }
    return null;
  }

  /** The company that a text is mostly about: of those that are known, else the only one with its code; null where it is about none, or several. */
  get main(): string | null {
    this.#main ??= { name: mainCompany(this.#mentions, this.#text) ?? listedCompany(this.#text) };
    return this.#main.name;
  }

  /** Whether words tell a name. */
  isName(words: string): boolean {
    return this.#all.firstWords.some((first) => words.includes(first));
  }

  /** The first name that begins in a stretch: a place may stand behind it. */
  #first(from: number, to: number): Name | null {
    return this.#all.names.find(({ start }) => start >= from && start < to) ?? null;
  }

  /** The last name that begins in a stretch. */
  #last(from: number, to: number): Name | null {
    let [low, high] = [0, this.#all.names.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#all.names[middle]?.start ?? 0) < to) low = middle + 1;
      else high = middle;
    }
    const name = this.#all.names[low - 1];
    return name && name.start >= from ? name : null;
  }
}
