import { isTellingConcept } from './concepts.ts';
import type { StorySignature } from './signature.ts';
import { hashText } from './sketch.ts';

/** A copy of four fifths of a text shares one of these with it 98 times in 100. */
const BANDS = 5;
const ROWS = 4;
const MOST_NUMBERS = 6;
const MOST_TELLING = 4;
const MOST_NAMES = 4;
/** Those of the title come first. */
const MOST_CONCEPTS = 5;
const MOST_KEYS = 34;
/** From the most telling kind down. */
const KINDS = ['company', 'policy', 'place', 'agency', 'country', 'product', 'element', 'metal'];
/** Every second text names them. */
const COMMON = new Set(['element:Nd', 'element:Pr', 'product:ndpr', 'product:rare-earth-magnet']);

/**
 * What two articles of one event are likely to have in common, as 32-bit hashes: bands of the sketch, telling numbers, notices,
 * pairs of entities, a company with what happens to it, pairs of what is told. Two articles without a common key are never compared.
 */
export function storyKeys({ sketch, title, numbers, entities, names, sounds, notices, topics, days, concepts }: StorySignature): number[] {
  const keys = new Set<string>();
  if (sketch) {
    for (let band = 0; band < BANDS; band++) keys.add(`band ${band} ${sketch.slice(band * ROWS, (band + 1) * ROWS).join(' ')}`);
  }
  if (title.length >= 4) keys.add(`title ${title.join(' ')}`);
  for (const notice of notices.slice(0, 3)) keys.add(`notice ${notice.split('-')[1]}`);
  const telling = numbers.filter(({ digits, unit, key }) => digits >= 3 || (digits === 2 && unit !== null && unit !== '%' && /e[4-9]|e1\d/.test(key)));
  for (const { key } of telling.toSorted((one, other) => other.digits - one.digits).slice(0, MOST_NUMBERS)) keys.add(`number ${key}`);
  // A name that no glossary knows is rare by itself.
  for (const name of names.slice(0, MOST_NAMES)) keys.add(`name ${name}`);
  for (const sound of sounds.slice(0, MOST_NAMES)) keys.add(`sound ${sound}`);
  for (const [at, day] of days.slice(0, 3).entries()) for (const other of days.slice(at + 1, 3)) keys.add(`days ${[day, other].toSorted().join(' ')}`);
  const ranked = rank(entities);
  for (const [at, one] of ranked.entries()) {
    if (one.startsWith('company:')) for (const topic of topics.slice(0, 3)) keys.add(`topic ${one} ${topic}`);
    for (const other of ranked.slice(at + 1)) keys.add(`pair ${[one, other].toSorted().join(' ')}`);
  }
  const [first, second] = ranked;
  for (const day of days.slice(0, 4)) for (const other of [...topics.slice(0, 3), ...(first ? [first] : [])]) keys.add(`day ${day} ${other}`);
  for (const one of [first, second]) if (one && !one.startsWith('company:')) for (const topic of topics.slice(0, 3)) keys.add(`topic ${one} ${topic}`);
  const told = concepts.filter(isTellingConcept).slice(0, MOST_CONCEPTS);
  for (const [at, one] of told.entries()) for (const other of told.slice(at + 1)) keys.add(`concepts ${Math.min(one, other)} ${Math.max(one, other)}`);
  return [...keys].slice(0, MOST_KEYS).map(hashText);
}

function placeOf(id: string): number {
  const at = KINDS.indexOf(id.split(':')[0] ?? '');
  return at === -1 ? KINDS.length : at;
}

function rank(entities: readonly string[]): string[] {
  return entities.filter((id) => !COMMON.has(id)).toSorted((one, other) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1)).slice(0, MOST_TELLING);
}
