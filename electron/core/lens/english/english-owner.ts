import { NOT_NOUN, cleaned } from './english-phrase.ts';
import type { SubjectPlace } from './english-place.ts';
import { verbsIn } from './english-verb.ts';

/** What a thing has, and says little without the thing. */
const ATTRIBUTE = /^(?:(?:total|annual|average|weighted|weighted-average|planned|daily|design|designed|initial|estimated|yearly|nameplate|unit|production|processing|treatment|all-in|quarterly|segment|phase \d|life-of-mine) )*(?:investment|output|capacity|area|cost|costs|budget|output value|price|prices|selling price|margin|outlook|guidance|forecast|life|revenue|EBITDA|grant|purity|yield|recovery|recoveries|volumes?|lot|bids?|offers?|parcel|commencement rate|mine life|payback|utili[sz]ation|budget|scale|term|tenor|coupon|outflow|inflow)$/i;
const OF_PRICE = /\bprices?$/i;
/** An attribute of the figure before, not of its thing. */
const OF_FIGURE = /^(?:margin|outlook|guidance|forecast|coupon|term|tenor|outflow|inflow)$/i;
/** Attributes at the end of what was told before: the thing is what stands in front of them. */
const TAIL = /(?: (?:total|annual|average|weighted|planned|sales?|production|output|value|price|prices|volumes?|capacity|exports?|imports?|investment|costs?|shipments|was|were))+$/i;
const PRONOUNS = /\b(?:it|they|he|she|we|you|who|which|that|company|group)\b/i;
const PREPOSITION = / (?:before|after|per|excluding|of|in|at|from|to|for|by|on|with|as|and|under) /;
const PRICED = /^(?:lots?|bids?|offers?|parcels?)$/i;

/** What has an attribute: "the second phase, with an investment of", "zircon sales were 78 kt at an average price of"; null where none is told. */
function ownerOf(words: string, { lead, earlier, topic, product }: SubjectPlace): string | null {
  if (PRICED.test(words)) return product;
  if (OF_PRICE.test(words) && earlier?.kind === 'price') {
    const goods = earlier.words.replace(/^.* of (?=\w)/, '').replace(TAIL, '');
    if (isOwner(goods)) return goods;
  }
  const holder = holderOf(lead) ?? doneOf(lead);
  if (holder !== null && isOwner(holder)) return holder;
  if (OF_FIGURE.test(words) && earlier && isOwner(earlier.words)) {
    // "Production of separated NdPr was 1,126 t, against guidance of"
    const [, measure, goods] = /^(?:[a-z]+ )?(production|output|sales|shipments|exports|imports) of (?:[a-z]+ )?([\w-]+)$/i.exec(earlier.words) ?? [];
    return goods === undefined ? (earlier.words.split(PREPOSITION)[0] ?? null) : `${goods} ${(measure ?? '').toLowerCase()}`;
  }
  if (topic !== null && isOwner(topic)) return topic;
  const stem = earlier && TAIL.test(earlier.words) ? earlier.words.replace(TAIL, '') : '';
  return isOwner(stem) && !PREPOSITION.test(` ${stem} `) ? stem : null;
}

const DONE_AT = /(?:^|[;:.] |, (?:and|while|but) |, |^(?:last|this) (?:week|month|quarter|year) )((?:the|an?|its|our|their|this) [^,;:.\d]{3,60}?) (?:was|were|is|are|will be|has been|have been|being) (?:[a-z]+ly )?[a-z]+(?:ed|t|n)\b[^;:]* at (?:an? |the )?[a-z ]*$/i;
/** What was done at it: "the alloy plant was commissioned at a cost of". */
function doneOf(lead: string): string | null {
  const thing = / at (?:an? |the )?[a-z ]*$/i.test(lead) ? DONE_AT.exec(lead)?.[1] : undefined;
  return thing === undefined ? null : cleaned(thing).split(' ').slice(-3).join(' ');
}

/** What has it, or comes with it: the subject of "has", the nearest noun before "with". */
export function holderOf(lead: string): string | null {
  const [, ahead, comma, word] = /^(.*?)(,?) (with|has|have|had) (?:an? |the )?[^,;]*$/.exec(lead) ?? [];
  if (ahead === undefined || word === undefined) return null;
  const piece = ahead.split(/[;:]/).at(-1) ?? '';
  const verb = verbsIn(piece)[0];
  const near = verb && word === 'with' && comma === '' ? piece.replace(/^.*\b(?:an?|the|its|their|of|in|for) /, '') : (verb ? piece.slice(0, verb.index) : piece).replace(/^.*, (?=[a-z])/, '').replace(/(?<=\w \w+) of .*$/, '');
  return cleaned(near.replace(/^.*\d[\w,.-]*[- ](?:\w+-per-\w+ )?/, '')).split(' ').slice(-3).join(' ');
}

const isOwner = (words: string): boolean => words !== '' && !/\d|\b(?:million|billion|tonnes|tons|today)\b/.test(words) && verbsIn(words).length === 0 && !NOT_NOUN.test(words) && !PRONOUNS.test(words) && !ATTRIBUTE.test(words);

/** A bare attribute with whose it is, where a word or two name that; other words as they are. */
export function withOwner(words: string, place: SubjectPlace): string {
  if (!ATTRIBUTE.test(words)) return words;
  const owner = ownerOf(words, place);
  if (owner === null || owner.toLowerCase().includes(words.toLowerCase()) || words.toLowerCase().includes(owner.toLowerCase())) return words;
  const most = Math.max(2, 2 * words.split(' ').length);
  const short = PREPOSITION.test(owner) ? owner : owner.split(' ').slice(-most).join(' ');
  return short.split(' ').length > most ? words : `${short} ${words}`;
}
