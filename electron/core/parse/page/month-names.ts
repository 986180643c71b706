/** Months of the languages that list pages of this field print, in that order, as stems: what follows a stem may follow it. */
const NAMES: readonly (readonly string[])[] = [
  ['jan', 'january', 'januar', 'janv', 'janvier', 'ene', 'enero', 'janeiro', 'gennaio', 'januari', 'января', 'январь', 'янв', 'stycznia', 'ocak'],
  ['feb', 'february', 'februar', 'fev', 'fevr', 'fevrier', 'febrero', 'fevereiro', 'febbraio', 'februari', 'февраля', 'февраль', 'фев', 'февр', 'lutego', 'subat'],
  ['mar', 'march', 'marz', 'maerz', 'mrz', 'mars', 'marzo', 'marco', 'maart', 'mrt', 'марта', 'март', 'мар', 'marca', 'mart'],
  ['apr', 'april', 'avr', 'avril', 'abr', 'abril', 'aprile', 'апреля', 'апрель', 'апр', 'kwietnia', 'nisan'],
  ['may', 'mai', 'mayo', 'maio', 'maggio', 'mei', 'мая', 'май', 'maja', 'mayis'],
  ['jun', 'june', 'juni', 'juin', 'junio', 'junho', 'giugno', 'июня', 'июнь', 'июн', 'czerwca', 'haziran'],
  ['jul', 'july', 'juli', 'juil', 'juillet', 'julio', 'julho', 'luglio', 'июля', 'июль', 'июл', 'lipca', 'temmuz'],
  ['aug', 'august', 'aout', 'agosto', 'augustus', 'августа', 'август', 'авг', 'sierpnia', 'agustos'],
  ['sep', 'sept', 'september', 'septembre', 'septiembre', 'setembro', 'settembre', 'сентября', 'сентябрь', 'сен', 'сент', 'wrzesnia', 'eylul'],
  ['oct', 'october', 'okt', 'oktober', 'octobre', 'octubre', 'outubro', 'ottobre', 'октября', 'октябрь', 'окт', 'pazdziernika', 'ekim'],
  ['nov', 'november', 'novembre', 'noviembre', 'novembro', 'ноября', 'ноябрь', 'ноя', 'нояб', 'listopada', 'kasim'],
  ['dec', 'december', 'dez', 'dezember', 'decembre', 'dic', 'diciembre', 'dezembro', 'dicembre', 'декабря', 'декабрь', 'дек', 'grudnia', 'aralik'],
];

/** Words of other meaning, which are months between a day and a year only. */
const WEAK: Readonly<Record<string, number>> = { ago: 8, set: 9, out: 10, gen: 1, mag: 5, giu: 6, lug: 7, ott: 10 };

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const MONTHS = new Map(NAMES.flatMap((names, at) => names.map((name) => [fold(name), at + 1] as const)));

/** The month that a word names, or null. `weak` words name one only between a day and a year. */
export function monthOf(word: string): { readonly month: number; readonly weak: boolean } | null {
  if (word.length > 16) return null;
  const folded = fold(word);
  const month = MONTHS.get(folded);
  if (month !== undefined) return { month, weak: false };
  const weak = WEAK[folded];
  return weak === undefined ? null : { month: weak, weak: true };
}
