/** Names that libraries, mainframes and old systems give to encodings, without their punctuation, by the name that decodes them here. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'windows-1252': ['ansi', 'msansi', 'mbcs', 'dbcs', 'latin', '8859', 'iso8859', 'cp819', 'ibm819', 'csisolatin1'],
  'iso-8859-9': ['latin5', 'l5', 'csisolatin5'],
  cp932: ['ms932', 'mskanji'],
  shift_jis: ['shiftjis2004', 'shiftjisx0213', 'sjis2004', 'sjisx0213'],
  'euc-jp': ['ujis', 'eucjis2004', 'eucjisx0213', 'jisx0213'],
  'iso-2022-jp': ['iso2022jp', 'iso2022jp1', 'iso2022jp2', 'iso2022jp3', 'iso2022jpext', 'iso2022jp2004', 'csiso2022jp'],
  'iso-2022-kr': ['iso2022kr', 'csiso2022kr'],
  big5: ['big5tw', 'csbig5', 'xmactradchinese'],
  'big5-hkscs': ['hkscs', 'big5hkscs'],
  gb18030: ['gb180302000'],
  hz: ['hzgb', 'hzgb2312'],
  'utf-7': ['utf7', 'u7', 'unicode11utf7', 'csunicode11utf7'],
  cp861: ['cpis'],
  cp1125: ['ruscii', 'cp866u'],
  hproman8: ['cp1051', 'ibm1051', 'roman8', 'r8', 'cshproman8'],
  ptcp154: ['pt154', 'cp154', 'csptcp154', 'cyrillicasian'],
  maccenteuro: ['maclatin2', 'maccentraleurope', 'xmacce', 'xmaccentraleurroman'],
  'tis-620': ['tis62025290', 'tis62025291', 'tis6200', 'isoir166'],
  cp037: ['cp37', 'ibm037', 'ibm37', 'ibm039', 'ibm39', 'csibm037', 'ebcdiccpus', 'ebcdiccpca', 'ebcdiccpwt', 'ebcdiccpnl'],
  cp500: ['ibm500', 'csibm500', 'ebcdiccpbe', 'ebcdiccpch'],
  cp1140: ['ibm1140', 'ibm01140', 'cp01140', 'ebcdicus37euro'],
  cp273: ['ibm273', 'csibm273'],
  cp424: ['ibm424', 'csibm424', 'ebcdiccphe'],
  cp875: ['ibm875'],
  cp1026: ['ibm1026', 'csibm1026'],
};

const CANONICAL: ReadonlyMap<string, string> = new Map(Object.entries(NAMES).flatMap(([name, others]) => [name.replaceAll(/\W|_/g, ''), ...others].map((other): [string, string] => [other, name])));

/** A label by the name under which it is decoded here; itself, in lower case, where that is the one. */
export function canonicalLabel(label: string): string {
  const lower = label.toLowerCase();
  const plain = lower.replaceAll(/[^a-z0-9]/g, '');
  // With the year of the standard: `ISO_8859-2:1987`.
  const dated = /^iso8859(\d{1,2}?)(?:19|20)\d\d$/.exec(plain)?.[1];
  return dated === undefined ? (CANONICAL.get(plain) ?? lower) : `iso-8859-${dated}`;
}
