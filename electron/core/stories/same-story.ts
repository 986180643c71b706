import { conceptLikeness } from './concepts.ts';
import { sketchSimilarity } from './sketch.ts';
import { roundedTo } from './signature.ts';
import type { SignedNumber, StorySignature } from './signature.ts';
import { termLikeness } from './terms.ts';
import type { Topic } from './topics.ts';
import type { NumberUnit } from './unit-words.ts';

/** A signature and where it stands. */
export interface DatedSignature {
  readonly signature: StorySignature;
  /** When it was published, epoch milliseconds. */
  readonly at: number;
  readonly feedId: number;
}

/** What two articles of one event share, or what keeps them apart. */
export type StoryReason = 'copy' | 'same-title' | 'words' | 'concepts' | 'numbers' | 'names' | 'notice' | 'topic' | 'too-far-apart' | 'other-day' | 'other-numbers' | 'other-company' | 'other-quarter' | 'same-source' | 'too-little';

export interface StoryVerdict {
  readonly same: boolean;
  /** From 1 on it is one event; how much above says how sure that is. */
  readonly score: number;
  readonly reasons: readonly StoryReason[];
}

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** Two price lists that are further apart are of two days. */
const ISSUE = 18 * HOUR;
/** More than any likeness but that of the text: a copy goes with what it copies. */
const COPY = 3;
/** From here on it is one event. */
const ENOUGH = 0.85;
/** One event is told within a week. */
export const STORY_WINDOW = 7 * DAY;

function no(reason: StoryReason): StoryVerdict {
  return { same: false, score: 0, reasons: [reason] };
}

/** Whether two articles tell the same event, and why. Symmetric. */
export function sameStory(one: DatedSignature, other: DatedSignature): StoryVerdict {
  const apart = Math.abs(one.at - other.at);
  if (apart >= STORY_WINDOW) return no('too-far-apart');
  const a = one.signature;
  const b = other.signature;
  const likeness = sketchSimilarity(a.sketch, b.sketch);
  const numbers = compareNumbers(a.numbers, b.numbers);
  const isOtherDay = disjoint(a.asOf, b.asOf);
  if (one.feedId === other.feedId) {
    const isReprint = apart < DAY && likeness >= 0.6 && (isLong(a) && isLong(b) || hasSameTitle(a, b)) && !isOtherDay && !contradict(numbers);
    return isReprint ? { same: true, score: COPY + likeness, reasons: ['copy'] } : no('same-source');
  }
  if (isOtherDay && (bothHave(a.topics, b.topics, 'prices') || bothHave(a.topics, b.topics, 'recap'))) return no('other-day');
  if (bothHave(a.topics, b.topics, 'prices') && apart > ISSUE && (numbers.agreement ?? 1) < 0.95 && a.asOf.length * b.asOf.length === 0) return no('other-day');
  if (likeness >= 0.45 && !isOtherDay && !contradict(numbers)) return { same: true, score: COPY + likeness, reasons: ['copy'] };
  if (disjoint(a.quarters, b.quarters)) return no('other-quarter');
  const companies = [ofKind(a.entities, 'company'), ofKind(b.entities, 'company')] as const;
  if (disjoint(companies[0], companies[1])) return no('other-company');
  return weigh({ a, b, apart, likeness, numbers, isOtherDay });
}

/** Of a headline alone the likeness says little: a source numbers its notes. */
function isLong({ terms }: StorySignature): boolean {
  return terms.length >= 24;
}

function hasSameTitle({ title: one }: StorySignature, { title: other }: StorySignature): boolean {
  return one.length === other.length && one.every((word) => other.includes(word));
}

interface Compared {
  readonly a: StorySignature;
  readonly b: StorySignature;
  readonly apart: number;
  readonly likeness: number;
  readonly numbers: NumbersCompared;
  readonly isOtherDay: boolean;
}

function weigh({ a, b, apart, likeness, numbers, isOtherDay }: Compared): StoryVerdict {
  const reasons: StoryReason[] = [];
  const names = Math.min(1.6, weightOfNames(a, b));
  const topics = a.topics.filter((topic) => b.topics.includes(topic));
  const title = titleLikeness(a, b);
  // Two texts of this field have a twentieth of their words in common, whatever they tell.
  const words = Math.min(0.7, Math.max(0, termLikeness(a.terms, b.terms) - 0.06) * 2.4);
  // What is told, whatever the language: of two unrelated texts the likeness is a tenth, of translations and rewrites a half.
  const concepts = Math.min(0.6, Math.max(0, conceptLikeness(a.concepts, b.concepts) - 0.12) * 0.8);
  const notice = a.notices.some((known) => b.notices.some((also) => sameNotice(known, also)));
  // A day that both name, and that neither was published on, is as telling as a number.
  const days = a.days.filter((day) => b.days.includes(day)).length;
  let score = Math.min(1.6, numbers.shared) * 0.45 + (numbers.agreement ?? 0) * 0.25 + names * 0.5 + title * 0.5 + Math.max(words, concepts) + likeness + weightOfTopics(topics) + (notice ? 0.4 : 0) + Math.min(0.6, days * 0.3);
  if (numbers.shared > 0.45) reasons.push('numbers');
  if (names > 0.3) reasons.push('names');
  if (title > 0.5) reasons.push('same-title');
  if (words > 0.25) reasons.push('words');
  if (concepts > 0.25) reasons.push('concepts');
  if (notice) reasons.push('notice');
  if (topics.length > 0) reasons.push('topic');
  // Both say figures, and not the same.
  if (contradict(numbers)) score -= 0.35;
  else if (numbers.shared === 0 && numbers.least >= 0.3) score -= 0.15;
  // Two deals of one company on one day have names and words in common, and not the sum.
  if (disjoint(sumsOf(a), sumsOf(b))) score -= 0.4;
  if (!notice && a.notices.length > 0 && b.notices.length > 0) score -= 0.5;
  if (isOtherDay && days === 0) score -= 0.25;
  if (topics.length === 0 && a.topics.length > 0 && b.topics.length > 0) score -= isTelling(a) && isTelling(b) ? 0.3 : 0.1;
  if (a.topics.includes('recap') !== b.topics.includes('recap')) score -= 0.6;
  if (namesOthers(a, b)) score -= 0.3;
  if (isWhoAndWhere(a, b) && apart < 3 * DAY) score += 0.2;
  score += 0.12 - 0.09 * (apart / DAY);
  const same = score >= ENOUGH && (numbers.shared > 0.45 || names > 0.3 || title > 0.6 || words > 0.5 || concepts > 0.4 || days > 1);
  if (!same && contradict(numbers)) reasons.push('other-numbers');
  return { same, score: Math.max(0, score), reasons: same ? reasons : [...reasons, 'too-little'] };
}

interface NumbersCompared {
  /** Weight of the numbers that both say. */
  readonly shared: number;
  /** The same as a share of what the one with fewer says; null where one says hardly any. */
  readonly agreement: number | null;
  /** Weight of the numbers of the one that says fewer. */
  readonly least: number;
}

function contradict({ agreement }: NumbersCompared): boolean {
  return agreement !== null && agreement < 0.5;
}

/** How pure a product is sold, 99.5% or 99.99%: whatever is told of it, every list and every contract says it. */
const GRADE = /^99\d*e-\d$/;

function weightOf({ key, digits, unit }: SignedNumber): number {
  if (unit === '%' && GRADE.test(key)) return 0;
  const isLarge = unit !== null && /e(?:[6-9]|1\d)$/.test(key);
  const rarity = digits >= 4 ? 1 : ((isLarge ? [0.3, 0.3, 0.6, 0.8] : [0.15, 0.15, 0.4, 0.75])[digits] ?? 0);
  return unit === null || unit === '%' ? rarity * 0.75 : rarity;
}

function compareNumbers(one: readonly SignedNumber[], other: readonly SignedNumber[]): NumbersCompared {
  let shared = 0;
  for (const number of one) {
    const match = other.find((also) => sameNumber(number, also));
    if (match) shared += Math.min(weightOf(number), weightOf(match));
  }
  const least = Math.min(sum(one), sum(other));
  return { shared, least, agreement: least < 0.5 ? null : shared / least };
}

/** The same value, or one the other rounded to no fewer than three digits; of units that do not contradict. */
function sameNumber(one: SignedNumber, other: SignedNumber): boolean {
  if (one.unit !== other.unit && one.unit !== null && other.unit !== null) return false;
  return one.key === other.key || roundedTo(one, other.digits) === other.key || roundedTo(other, one.digits) === one.key;
}

function sum(numbers: readonly SignedNumber[]): number {
  return numbers.reduce((total, number) => total + weightOf(number), 0);
}

/** What happens seldom to a company within a week, and what happens all the time. */
const TELLING: { readonly [T in Topic]?: number } = {
  accident: 0.4, court: 0.4, people: 0.4, takeover: 0.4, supply: 0.4, plant: 0.2, control: 0.2, funding: 0.2, stockpile: 0.2, permit: 0.2, quota: 0.2, research: 0.2,
};

/** How telling it is that both name it, by kinds of the gazetteer. */
const KINDS: Readonly<Record<string, number>> = { company: 0.6, place: 0.5, agency: 0.3, policy: 0.3, product: 0.25, element: 0.2, metal: 0.3, country: 0.25 };
const EVERYWHERE = new Set(['element:Nd', 'element:Pr', 'product:ndpr', 'product:ndpr-oxide', 'product:ndfeb-magnet', 'product:rare-earth-magnet']);
/** A province says less than a mine or a town. */
const WIDE_PLACES = new Set(['inner-mongolia', 'jiangxi', 'guangdong', 'guangxi', 'fujian', 'sichuan', 'shandong', 'myanmar', 'greenland'].map((name) => `place:${name}`));

function weightOfName(id: string): number {
  if (EVERYWHERE.has(id)) return 0.1;
  return WIDE_PLACES.has(id) ? 0.25 : (KINDS[id.split(':')[0] ?? ''] ?? 0.2);
}

function weightOfNames(a: StorySignature, b: StorySignature): number {
  const entities = a.entities.filter((id) => b.entities.includes(id));
  const known = entities.reduce((total, id) => total + weightOfName(id), 0);
  const names = a.names.filter((name) => b.names.includes(name)).length;
  // The same names again, where both write them alike.
  const sounds = a.sounds.filter((sound) => b.sounds.includes(sound)).length;
  return known + Math.min(0.9, Math.max(names, sounds) * 0.3);
}

const MONEY = new Set<NumberUnit | null>(['cny', 'usd', 'aud', 'eur', 'jpy', 'cad', 'inr', 'gbp', 'krw', 'vnd']);

/** Sums of a million and more. */
function sumsOf({ numbers }: StorySignature): string[] {
  return numbers.flatMap(({ key, unit, digits }) => (MONEY.has(unit) && digits + Number(key.split('e')[1] ?? 0) > 6 ? key : []));
}

function isTelling({ topics }: StorySignature): boolean {
  return topics.some((topic) => (TELLING[topic] ?? 0) > 0);
}

/** A company and a place that are the same. */
function isWhoAndWhere(a: StorySignature, b: StorySignature): boolean {
  return [/^company:/, /^(?:place|country):/].every((kind) => a.entities.some((id) => kind.test(id) && b.entities.includes(id)));
}

function weightOfTopics(topics: readonly Topic[]): number {
  return Math.min(0.4, topics.reduce((total, topic) => total + (TELLING[topic] ?? 0.12), 0));
}

/** Both name several, and nobody and nothing that the other names. */
function namesOthers(a: StorySignature, b: StorySignature): boolean {
  if (Math.min(a.names.length, b.names.length) < 2 || a.names.some((name) => b.names.includes(name)) || a.sounds.some((sound) => b.sounds.includes(sound))) return false;
  return !a.entities.some((id) => /^(?:company|place|agency):/.test(id) && b.entities.includes(id));
}

/** The share of the shorter title's words that stand in the other. */
function titleLikeness({ title: one }: StorySignature, { title: other }: StorySignature): number {
  const least = Math.min(one.length, other.length);
  if (least < 4) return 0;
  return one.filter((word) => other.includes(word)).length / least;
}

function sameNotice(one: string, other: string): boolean {
  return one === other || ((one.startsWith('-') || other.startsWith('-')) && one.split('-')[1] === other.split('-')[1]);
}

function bothHave(one: readonly Topic[], other: readonly Topic[], topic: Topic): boolean {
  return one.includes(topic) && other.includes(topic);
}

function ofKind(entities: readonly string[], kind: string): string[] {
  return entities.filter((id) => id.startsWith(`${kind}:`));
}

/** Both have some, and none is the same. */
function disjoint(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && other.length > 0 && !one.some((value) => other.includes(value));
}
