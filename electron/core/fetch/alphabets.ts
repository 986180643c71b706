/** Letters beyond ASCII of the languages that are written in Latin letters, in lower case. */
const ALPHABETS: readonly string[] = [
  'àâæçéèêëîïôœùûüÿ',
  'äöüßé',
  'áéíñóúüªº',
  'áâãàçéêíóôõúªº',
  'àèéìíòóù',
  'åäöæøéü',
  'áðéíóúýþæö',
  'ëïéèöüáó',
  'áčďéěíňóřšťúůýž',
  'áäčďéíĺľňóôŕšťúýž',
  'ąćęłńóśźż',
  'áéíóöőúüű',
  'ăâîșțşţ',
  'çğıi̇öşüâîû',
  'čćđšž',
  'āčēģīķļņšūž',
  'ąčęėįšųūž',
  'äõöüšž',
  'ëç',
];

const SETS: readonly ReadonlySet<string>[] = ALPHABETS.map((letters) => new Set(letters));

/** The share of letters, given in lower case, that the one language that fits best has; 1 where there is none to judge. */
export function alphabetShare(letters: ReadonlyMap<string, number>): number {
  const all = [...letters.values()].reduce((sum, times) => sum + times, 0);
  if (all === 0) return 1;
  const shares = SETS.map((set) => [...letters].reduce((sum, [letter, times]) => (set.has(letter) ? sum + times : sum), 0));
  return Math.max(...shares) / all;
}
