import { Parser } from 'htmlparser2';

const LONGEST = 2_000_000;
const DEEPEST = 2000;
const MOST_LINKS = 5000;
const LONGEST_WORDS = 60;
const NEXT_WORDS = /^(?:next(?: page)?|older(?: (?:posts|entries|news|articles))?|下一?[页頁]|后一?页|下一页[>›»→]*|次(?:へ|のページ)|다음(?: ?페이지)?|weiter|nächste(?: seite)?|suivante?|siguiente|próxima|далее|следующая)?\s*[>›»→]{0,2}$/i;
/** Names of the query parameters that number the pages of a list. */
const PAGE_PARAMETERS = ['page', 'paged', 'pageno', 'page_no', 'pagenum', 'pageindex', 'currentpage', 'curpage', 'pn', 'p'];
/** The script that writes the page links of most Chinese ministries: pages in all, this one from 0, name, extension. */
const WRITTEN_BY_SCRIPT = /createPageHTML\(\s{0,9}(\d{1,5})\s{0,9},\s{0,9}(\d{1,5})\s{0,9},\s{0,9}["']([\w-]{1,60})["']\s{0,9},\s{0,9}["'](\w{1,10})["']/;

interface PageLink {
  readonly href: string;
  readonly words: string;
  readonly isNext: boolean;
}

function linksOf(html: string): PageLink[] {
  const links: PageLink[] = [];
  let depth = 0;
  let open: { href: string; words: string; label: string; isNext: boolean } | null = null;
  const end = () => {
    if (open) links.push({ href: open.href, words: (open.words.trim() || open.label).replace(/\s+/g, ' ').trim(), isNext: open.isNext });
    open = null;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (++depth > DEEPEST || links.length >= MOST_LINKS) parser.pause();
      const href = attributes['href'];
      if (!href || (name !== 'a' && name !== 'link')) return;
      end();
      const isNext = (attributes['rel'] ?? '').toLowerCase().split(/\s+/).includes('next');
      open = { href, words: '', label: (attributes['aria-label'] ?? attributes['title'] ?? '').slice(0, LONGEST_WORDS), isNext };
      if (name === 'link') end();
    },
    ontext(data) {
      if (open && open.words.length < LONGEST_WORDS) open.words += data.slice(0, LONGEST_WORDS);
    },
    onclosetag(name) {
      depth--;
      if (name === 'a') end();
    },
  });
  parser.end(html.slice(0, LONGEST));
  return links;
}

function pageParameter(url: URL): string | null {
  return [...url.searchParams.keys()].find((name) => PAGE_PARAMETERS.includes(name.toLowerCase()) && /^\d{1,6}$/.test(url.searchParams.get(name) ?? '')) ?? null;
}

function numberOf(url: URL): number {
  const parameter = pageParameter(url);
  const written = parameter === null ? /(?:\/page\/|[_-]|\/)(\d{1,5})(?:\.\w{2,6})?\/?$/.exec(url.pathname)?.[1] : url.searchParams.get(parameter);
  // What ends an address may be a year.
  return written !== undefined && Number(written) < 1900 ? Number(written) : 1;
}

function counted(url: URL): string | null {
  const parameter = pageParameter(url);
  if (parameter === null) return null;
  const next = new URL(url.href);
  next.searchParams.set(parameter, String(Number(url.searchParams.get(parameter)) + 1));
  return next.href;
}

/**
 * The page of a list that follows this one, or null: by its rel=next, by a link that says "next" or 下一页 or bears the
 * next number, by the script that writes such links, or by the number in its own address.
 */
export function nextPage(html: string, url: string): string | null {
  const here = URL.parse(url);
  if (!here) return null;
  const links = html === '' ? [] : linksOf(html);
  const wanted = String(numberOf(here) + 1);
  const found =
    links.find(({ isNext }) => isNext) ??
    links.find(({ words }) => words !== '' && NEXT_WORDS.test(words)) ??
    links.find(({ words, href }) => words === wanted && href.includes(wanted));
  const target = found ? URL.parse(found.href.trim(), here.href) : null;
  if (target && target.host === here.host && /^https?:$/.test(target.protocol)) {
    target.hash = '';
    if (target.href !== here.href) return target.href;
  }
  const [, pages, current, name, extension] = WRITTEN_BY_SCRIPT.exec(html.slice(0, LONGEST)) ?? [];
  if (Number(current) + 1 < Number(pages)) return new URL(`${name}_${Number(current) + 1}.${extension}`, here).href;
  return counted(here);
}
