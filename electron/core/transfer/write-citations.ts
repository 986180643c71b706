import { authorName } from './author-name.ts';
import type { AuthorName } from './author-name.ts';
import { attribution, dayParts, publishedParts } from './exported-article.ts';
import type { ExportedArticle } from './exported-article.ts';

/** The note of an article and its marked passages as one text. */
function remarks({ note, highlights }: ExportedArticle): string {
  return [note, ...highlights.map(({ quote, note: said }) => `“${quote}”${said === '' ? '' : ` — ${said}`}`)].filter(Boolean).join('\n');
}

function slashed([year, month, day]: readonly [number, number, number]): string {
  return `${year}/${String(month).padStart(2, '0')}/${String(day).padStart(2, '0')}`;
}

/** RIS has one line a value. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Who wrote it, as citations take names. */
function peopleOf({ authors, outlet, lang }: ExportedArticle): AuthorName[] {
  return authors.map((author) => authorName(author, { outlet, lang }));
}

/** RIS parts a name at its first comma, and has no other way to say that one is whole. */
function risName(name: AuthorName): string {
  if ('literal' in name) return name.literal.replaceAll(',', ' ');
  return [[name.particle, name.family].filter(Boolean).join(' '), name.given, name.suffix].filter(Boolean).join(', ');
}

/** One record of RIS. Lines end with CR LF, tags stand two blanks before their hyphen. */
export function toRis(article: ExportedArticle): string {
  const { title, outlet, url, retrievedAt, lang, summary, tags } = article;
  const published = publishedParts(article);
  const lines: [tag: string, value: string | null][] = [
    ['TY', 'NEWS'],
    ['TI', title],
    ...peopleOf(article).map((person): [string, string] => ['AU', risName(person)]),
    ['T2', outlet],
    ['PY', published && String(published[0])],
    ['DA', published && slashed(published)],
    ['UR', url],
    ['Y2', slashed(dayParts(retrievedAt))],
    ['LA', lang],
    ['AB', summary],
    ...tags.map((tag): [string, string] => ['KW', tag]),
    ['N1', remarks(article)],
  ];
  const written = lines.flatMap(([tag, value]) => (value === null || oneLine(value) === '' ? [] : [`${tag}  - ${oneLine(value)}`]));
  return [...written, 'ER  - ', '', ''].join('\r\n');
}

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', '$': '\\$', '&': '\\&', '#': '\\#', '%': '\\%', '_': '\\_', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}', '<': '\\textless{}', '>': '\\textgreater{}', '|': '\\textbar{}',
};

function latex(text: string): string {
  return oneLine(text).replace(/[\\{}$&#%_~^<>|]/g, (character) => LATEX[character] ?? character);
}

function plain(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '');
}

/** A name that is whole stands in braces, so that nothing is parted in it. */
function bibtexName(name: AuthorName): string {
  if ('literal' in name) return `{${latex(name.literal)}}`;
  return [[name.particle, name.family].filter(Boolean).join(' '), name.suffix, name.given].filter(Boolean).map(latex).join(', ');
}

function cslName(name: AuthorName): Record<string, string> {
  if ('literal' in name) return { literal: name.literal };
  const { given, particle, family, suffix } = name;
  return { family, given, ...(particle !== '' && { 'non-dropping-particle': particle }), ...(suffix !== '' && { suffix }) };
}

/** Keys of one file, no two alike. */
export class CitationKeys {
  readonly #used = new Map<string, number>();

  next(article: ExportedArticle): string {
    const [first] = peopleOf(article);
    const name = plain(first === undefined ? '' : 'literal' in first ? (first.literal.split(/\s+/u).at(-1) ?? '') : first.family) || plain(article.outlet).slice(0, 20) || 'article';
    const word = article.title.split(/\s+/u).map(plain).find((one) => one.length > 3) ?? '';
    const key = `${name}${publishedParts(article)?.[0] ?? ''}${word.slice(0, 20)}`;
    const count = (this.#used.get(key) ?? 0) + 1;
    this.#used.set(key, count);
    return count === 1 ? key : `${key}-${count}`;
  }
}

/** One entry of BibTeX, in UTF-8; titles keep their case. `url` and `urldate` are biblatex's, which older styles pass over. */
export function toBibtex(article: ExportedArticle, key: string): string {
  const { title, outlet, url, retrievedAt, lang, summary, tags } = article;
  const people = peopleOf(article).map(bibtexName);
  const published = publishedParts(article);
  const fields: [name: string, value: string | null][] = [
    ['title', `{${latex(title)}}`],
    ['author', people.join(' and ')],
    ['howpublished', latex(outlet)],
    ['year', published && String(published[0])],
    ['month', published && String(published[1])],
    ['date', published && slashed(published).replaceAll('/', '-')],
    ['url', url && url.replace(/[{}\\\s]/g, encodeURIComponent)],
    ['urldate', slashed(dayParts(retrievedAt)).replaceAll('/', '-')],
    ['language', lang],
    ['abstract', latex(summary)],
    ['keywords', tags.map((tag) => latex(tag.replaceAll(',', ' '))).join(', ')],
    ['annote', latex(remarks(article))],
  ];
  const written = fields.flatMap(([name, value]) => (value === null || value === '' ? [] : [`  ${name} = {${value}}`]));
  return `@misc{${key},\n${written.join(',\n')}\n}\n\n`;
}

/** One item of CSL-JSON 1.0.2. */
export function toCsl(article: ExportedArticle, key: string): Record<string, unknown> {
  const { title, outlet, url, retrievedAt, lang, summary, tags } = article;
  const people = peopleOf(article).map(cslName);
  const published = publishedParts(article);
  const note = remarks(article);
  return {
    id: key,
    type: 'article-newspaper',
    title,
    ...(people.length > 0 && { author: people }),
    ...(outlet !== '' && { 'container-title': outlet }),
    ...(published && { issued: { 'date-parts': [published] } }),
    accessed: { 'date-parts': [dayParts(retrievedAt)] },
    ...(url !== null && { URL: url }),
    ...(lang !== null && { language: lang }),
    ...(summary !== '' && { abstract: summary }),
    ...(tags.length > 0 && { keyword: tags.join(', ') }),
    ...(note !== '' && { note }),
    source: attribution(article),
  };
}
