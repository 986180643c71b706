const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * How the months begin in German, Dutch, Swedish, Danish, Norwegian, French, Spanish, Portuguese, Italian, Hungarian, Polish,
 * Czech, Turkish, Indonesian, Greek and Russian, in lower case and without accents. The first that fits counts.
 */
const STEMS: readonly (readonly string[])[] = [
  ['jan', 'jän', 'ene', 'gen', 'sty', 'led', 'oca', 'янв', 'ιαν'],
  ['feb', 'fev', 'lut', 'uno', 'sub', 'фев', 'φεβ'],
  ['mar', 'maar', 'mrz', 'mrt', 'maerz', 'bre', 'мар', 'μαρ'],
  ['apr', 'avr', 'abr', 'kwi', 'dub', 'nis', 'апр', 'απρ'],
  ['may', 'mai', 'maj', 'mei', 'mag', 'kve', 'мая', 'маи', 'μαι'],
  ['jun', 'juin', 'giu', 'czerwc', 'cze', 'cerven', 'haz', 'июн', 'ιουν', 'ιον'],
  ['jul', 'juil', 'lug', 'lip', 'cervenec', 'cervence', 'tem', 'июл', 'ιουλ', 'ιολ'],
  ['aug', 'aou', 'ago', 'agu', 'sie', 'srp', 'авг', 'αυγ'],
  ['sep', 'set', 'wrz', 'zar', 'eyl', 'sze', 'сен', 'σεπ'],
  ['oct', 'okt', 'out', 'ott', 'paz', 'rij', 'eki', 'окт', 'οκτ'],
  ['nov', 'lis', 'kas', 'ноя', 'νοε'],
  ['dec', 'dez', 'dic', 'des', 'gru', 'pro', 'ara', 'дек', 'δεκ'],
];

/** The first years of the eras that Japan counts by, less one. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

function monthOf(word: string): string | null {
  const folded = word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  let best: string | null = null;
  let length = 0;
  for (const [at, stems] of STEMS.entries()) {
    for (const stem of stems) {
      if (stem.length > length && folded.startsWith(stem)) [best, length] = [ENGLISH[at] ?? null, stem.length];
    }
  }
  return best;
}

/** Korea writes the half of the day before the time. */
function korean(text: string): string {
  const halves = text.replace(/(오전|오후)\s{0,3}(\d{1,2}(?::\d{2}){1,2})/, (_, half: string, clock: string) => `${clock} ${half === '오전' ? 'AM' : 'PM'}`);
  const plain = halves.replace(/(\d{4})(?:년|\.)\s{0,3}(\d{1,2})(?:월|\.)\s{0,3}(\d{1,2})[일.]?/, '$1-$2-$3 ').replace(/(\d{1,2})시\s{0,3}(\d{1,2})분(?:\s{0,3}(\d{1,2})초)?/, (_, h: string, m: string, s?: string) => `${h}:${m}:${s ?? '00'}`);
  return /[+-]\d{2}:?\d{2}\s*$|[A-Z]{3}\s*$/.test(plain) ? plain : `${plain} +0900`;
}

function japanese(text: string): string {
  const [, era = '', year = ''] = /(令和|平成|昭和)\s?(元|\d{1,2})\s?年/.exec(text) ?? [];
  const plain = text.replace(/(令和|平成|昭和)\s?(元|\d{1,2})\s?年/, `${(ERAS[era] ?? 0) + (year === '元' ? 1 : Number(year))}年`);
  // Without a time there is nothing to shift but the day's beginning, which is Tokyo's too.
  return `${plain} +0900`;
}

/** A date in another language as parse-date.ts knows one: English names of months, digits of ASCII, zones that its language implies. */
export function inEnglish(text: string): string {
  // oxlint-disable-next-line no-control-regex
  const plain = /[^\0-\x7f]/.test(text) ? text.normalize('NFKC').replaceAll('\u2212', '-') : text;
  if (/[년월오]|^\d{4}\. \d/.test(plain) && /[가-힣]/.test(plain)) return korean(plain);
  if (/令和|平成|昭和/.test(plain)) return japanese(plain);
  const [, name = '', year = ''] = /^(\p{L}{3,14})\.?,?\s{1,3}(\d{4})$/u.exec(plain) ?? [];
  // A weekday before a year alone says nothing.
  if (year !== '') return `${monthOf(name) ?? name} ${year}`;
  const withoutWeekday = plain.replace(/^\p{L}{2,14}\.?,?\s{1,3}(?=\d)/u, '');
  return withoutWeekday.replace(/(\d{1,4}[-.,\s]{1,3})(?:(?:de|d'|di|ta'|av)\s{1,2})?(\p{L}{3,14})\.?(?=[-.,\s\d]|$)(?:\s(?:de|del)(?=\s))?/u, (written, before: string, word: string) => {
    const month = monthOf(word);
    return month === null ? written : `${before}${month}`;
  });
}
