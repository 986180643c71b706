import { lazily } from '../../contract/lazily.ts';
import { simplified } from '../../contract/search/simplified.ts';
import { symbolsIn } from '../../contract/search/symbols.ts';
import type { Light } from '../../contract/search/match-text.ts';
import { runsOf, type Run } from '../../contract/search/tokens.ts';

/** More of a word in a text say no more of what it is about. */
const MOST = 30;

/** Of each light of a query, how often it stands in a text, as far as thirty. */
export type WordCounter = (text: string) => number[];

/**
 * Counts in a text as it is written: to fold one takes longer than to inflate it. So it is no more than a measure of how much a
 * text is about something. Traditional characters count as the simplified ones that are asked for; a word with an accent or a
 * number with separators may be passed over.
 */
export function createWordCounter(lights: readonly Light[]): WordCounter {
  const counters = lights.map((light) => (light.kind === 'symbol' ? symbolCounter(light.symbol) : phraseCounter(light)));
  return (text) => counters.map((count) => count(text));
}

/** Of a text, what tells a symbol stands close around it; few are looked at, since telling takes long. */
const AROUND = 24;
const MOST_LOOKS = 10;

function symbolCounter(wanted: string): (text: string) => number {
  const bare = new RegExp(`(?<![a-z])${wanted}(?![a-z])`, 'g');
  return (text) => {
    let found = 0;
    bare.lastIndex = 0;
    for (let look = 0; look < MOST_LOOKS && bare.test(text); look++) {
      const around = text.slice(Math.max(0, bare.lastIndex - AROUND), bare.lastIndex + AROUND);
      if (symbolsIn(around).some(({ symbol }) => symbol === wanted)) found++;
    }
    return found;
  };
}

function phraseCounter(light: Extract<Light, { kind: 'words' }>): (text: string) => number {
  const pattern = patternOf(light);
  if (pattern === null) return () => 0;
  return (text) => {
    let found = 0;
    for (pattern.lastIndex = 0; found < MOST && pattern.test(text); ) found++;
    return found;
  };
}

/** What parts the words of a phrase: few characters, and no letters. */
const BETWEEN = "[\\s\\-./,&'\u2010-\u2019]{0,3}";

/** Classes of Unicode take a millisecond to make for each pattern, and a name may have thirty forms: most of them are plain. */
const PLAIN = /^[\0-\x7f·]*$/;

function patternOf({ text, prefix }: Extract<Light, { kind: 'words' }>): RegExp | null {
  const runs = runsOf(text);
  const [first] = runs;
  const last = runs.at(-1);
  if (!first || !last) return null;
  const isPlain = runs.every((run) => run.dense || PLAIN.test(run.text));
  const letter = isPlain ? '[a-z\\d]' : '[\\p{scx=Latn}\\p{scx=Grek}\\p{scx=Cyrl}\\p{N}]';
  const begin = first.dense ? '' : `(?<!${letter})`;
  const end = last.dense || prefix ? '' : `(?!${letter})`;
  // Case costs time, and characters have none; those beyond sixteen bits are read whole with u.
  const flags = `g${runs.every(({ dense }) => dense) ? '' : 'i'}${isPlain && runs.every((run) => !/[\ud800-\udfff]/.test(run.text)) ? '' : 'u'}`;
  return new RegExp(begin + runs.map(writtenAs).join(BETWEEN) + end, flags);
}

/** Letters and digits, and the point of a decimal. */
function writtenAs({ text, dense }: Run): string {
  if (!dense) return text.replaceAll('·', '\\.');
  return Array.from(text, (char) => {
    const others = traditional().get(char);
    return others === undefined ? char : `[${char}${others}]`;
  }).join('');
}

const traditional = lazily(() => {
  const all = new Map<string, string>();
  for (const [from, to] of simplified()) all.set(to, (all.get(to) ?? '') + from);
  return all;
});
