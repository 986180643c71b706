/** Simplified, then Traditional, of each symbol that a list shows. */
const CHARACTERS: Readonly<Record<string, string>> = {
  Sc: '钪鈧',
  Y: '钇釔',
  La: '镧鑭',
  Ce: '铈鈰',
  Pr: '镨鐠',
  Nd: '钕釹',
  Pm: '钷鉕',
  Sm: '钐釤',
  Eu: '铕銪',
  Gd: '钆釓',
  Tb: '铽鋱',
  Dy: '镝鏑',
  Ho: '钬鈥',
  Er: '铒鉺',
  Tm: '铥銩',
  Yb: '镱鐿',
  Lu: '镥鎦',
  Ga: '镓鎵',
  In: '铟銦',
  Ge: '锗鍺',
  Sb: '锑銻',
  W: '钨鎢',
  Bi: '铋鉍',
  Te: '碲碲',
  Nb: '铌鈮',
  Ta: '钽鉭',
  Li: '锂鋰',
  Co: '钴鈷',
  Ni: '镍鎳',
  Mg: '镁鎂',
  Ti: '钛鈦',
  Be: '铍鈹',
  Hf: '铪鉿',
  Zr: '锆鋯',
  Mo: '钼鉬',
  Re: '铼錸',
  V: '钒釩',
  U: '铀鈾',
  Th: '钍釷',
};

const TRADITIONAL = /^(?:zh|yue)-(?:.*-)?(?:Hant|TW|HK|MO)\b/iu;
const CHINESE = /^(?:zh|yue|wuu)\b/iu;

/** An element as text of a language (BCP 47) writes it: 镝 or 鏑 in Chinese, its symbol elsewhere and where it has no character. */
export function elementCharacter(symbol: string, lang: string): string {
  if (!CHINESE.test(lang)) return symbol;
  return CHARACTERS[symbol]?.[TRADITIONAL.test(lang) ? 1 : 0] ?? symbol;
}

/** Whether a text names an element by a character that is Traditional alone. */
export function isWrittenTraditionally(symbol: string, text: string): boolean {
  const [simplified = '', traditional = ''] = CHARACTERS[symbol] ?? '';
  return traditional !== simplified && text.includes(traditional);
}
