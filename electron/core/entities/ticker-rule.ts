/** Exchanges under the names that news give them; the first is the gazetteer's. */
const EXCHANGES: readonly (readonly string[])[] = [
  ['NYSE', 'NYSE', 'NYSE American', 'NYSE Arca', 'NYSEAMERICAN', 'AMEX'],
  ['Nasdaq', 'NASDAQ', 'Nasdaq', 'NasdaqGS', 'NasdaqGM', 'NasdaqCM', 'NASDAQGS', 'NASDAQGM', 'NASDAQCM', 'Nasdaq Capital Market', 'Nasdaq Global Market'],
  ['ASX', 'ASX'],
  ['TSXV', 'TSXV', 'TSX-V', 'TSX V', 'TSX.V', 'CVE'],
  ['TSX', 'TSX'],
  ['LSE', 'LSE', 'AIM', 'LON', 'London'],
  ['SSE', 'SSE', 'SHSE', 'SH', 'SHA', 'Shanghai', '上交所', '上证', '沪'],
  ['SZSE', 'SZSE', 'SZ', 'SHE', 'Shenzhen', '深交所', '深证', '深'],
  ['HKEX', 'HKEX', 'SEHK', 'HK', 'HKG', '港交所', '港股'],
  ['OTCQB', 'OTCQB', 'OTCQX', 'OTC', 'OTCMKTS', 'OTCPK'],
  ['TSE', 'TSE', 'TYO', 'Tokyo'],
  ['KRX', 'KRX', 'KS'],
  ['Euronext Brussels', 'Euronext', 'Euronext Brussels', 'EBR'],
];

const SUFFIXES: Readonly<Record<string, string>> = { SH: 'SSE', SS: 'SSE', SZ: 'SZSE', HK: 'HKEX', AX: 'ASX', AU: 'ASX', TO: 'TSX', V: 'TSXV', N: 'NYSE', O: 'Nasdaq', OQ: 'Nasdaq', L: 'LSE', T: 'TSE', KS: 'KRX', BR: 'Euronext Brussels' };

const LETTER = /[A-Za-z]/u;
const OF_NAME = /[A-Za-z .-]/u;
const HAN = /[\u4e00-\u9fff]/u;
const SUFFIX = /^\.([A-Z]{1,2})(?![A-Za-z0-9])/u;

function familyOf(exchange: string): string {
  const first = exchange.startsWith('NYSE') ? 'NYSE' : exchange;
  return EXCHANGES.find(([name]) => name === first)?.[0] ?? first;
}

/** What stands before a colon at the end of a text: words of Latin letters, or up to three characters; null where there is none. An expression would begin at each letter of the text. */
function beforeColon(text: string): string | null {
  const colon = text.endsWith(' ') ? text.length - 2 : text.length - 1;
  if (!':：'.includes(text.charAt(colon) || ' ')) return null;
  const end = text.charAt(colon - 1) === ' ' ? colon - 1 : colon;
  let start = end;
  if (HAN.test(text.charAt(end - 1))) {
    while (end - start < 3 && HAN.test(text.charAt(start - 1))) start -= 1;
    return text.slice(start, end);
  }
  if (!LETTER.test(text.charAt(end - 1))) return null;
  while (OF_NAME.test(text.charAt(start - 1))) start -= 1;
  while (!LETTER.test(text.charAt(start))) start += 1;
  return text.slice(start, end);
}

/** Whether a code stands behind one of its exchanges (`NYSE: MP`), before its suffix (`LYC.AX`), or behind a cash sign. */
export function isTickerHere(exchanges: readonly string[], { ahead, behind }: { readonly ahead: string; readonly behind: string }): boolean {
  const families = exchanges.map(familyOf);
  const suffix = SUFFIX.exec(behind)?.[1];
  if (suffix !== undefined && families.includes(SUFFIXES[suffix] ?? '')) return true;
  if (ahead.endsWith('$') && !/\d$/u.test(ahead.slice(0, -1))) return true;
  const before = beforeColon(ahead);
  if (before === null) return false;
  return EXCHANGES.some(([name = '', ...written]) => families.includes(name) && written.some((one) => before === one || before.endsWith(` ${one}`) || before.endsWith(one) && /[\u4e00-\u9fff]/u.test(one)));
}

/** Whether a code of digits stands in brackets, as behind the name of its company: 北方稀土(600111). */
export function isBracketedCode(code: string, { ahead, behind }: { readonly ahead: string; readonly behind: string }): boolean {
  return /^\d+$/u.test(code) && /[(（]$/u.test(ahead) && /^[)）,，.]/u.test(behind);
}
