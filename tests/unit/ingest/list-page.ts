/** One article of a list page. */
export interface Listed {
  readonly title: string;
  readonly path: string;
  /** As printed; left out for an undated list. */
  readonly date?: string;
}

/** `count` articles, newest first, a day apart from 20 November 2026. */
export function listed(count: number, from = 1): Listed[] {
  const names = ['Terbium offers thin out before the holiday', 'Separation plant at Port Arden restarts', 'Magnet orders rise for a third month', 'Licence desk answers in thirty days', 'Ore carriers wait off the northern berth'];
  return Array.from({ length: count }, (_, at) => {
    const n = from + count - 1 - at;
    const day = new Date(Date.UTC(2026, 10, 20) - at * 86_400_000).toISOString().slice(0, 10);
    return { title: `${names[n % names.length]}, note ${n}`, path: `/article/${40_000 + n}/note-${n}.html`, date: day };
  });
}

const AROUND = `<nav><ul><li><a href="/">Home</a></li><li><a href="/prices">Prices</a></li><li><a href="/companies">Companies</a></li></ul></nav>`;

/** A site's list page. `names` are the classes that a redesign changes. */
export function listPage(items: readonly Listed[], names: { readonly list: string; readonly item: string } = { list: 'news-list', item: 'news-item' }): string {
  const rows = items.map(({ title, path, date }) => `<li class="${names.item}"><a href="${path}">${title}</a>${date === undefined ? '' : `<span class="date">${date}</span>`}</li>`);
  return `<!doctype html><html lang="en"><head><title>Separation Notes</title></head><body>${AROUND}<main><h1>Latest</h1><ul class="${names.list}">${rows.join('\n')}</ul></main><footer><a href="/about">About</a> <a href="/contact">Contact</a></footer></body></html>`;
}

/** The same list after a redesign. */
export function cardPage(items: readonly Listed[]): string {
  const cards = items.map(({ title, path, date }) => `<div class="noteCard_a81Ks"><a href="${path}"><h3>${title}</h3></a><time datetime="${date ?? ''}">${date ?? ''}</time></div>`);
  return `<!doctype html><html lang="en"><head><title>Separation Notes</title></head><body>${AROUND}<main><h1>Latest</h1><section class="noteGrid_p02Zx">${cards.join('\n')}</section></main><footer><a href="/about">About</a></footer></body></html>`;
}
