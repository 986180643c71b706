import type { ArticleId } from '../../contract/model.ts';
import type { Store } from '../store/store.ts';

/** What came inside a file has an address under a name that no host can have (RFC 2606 section 2). */
const WEB = /^https?:\/\/(?![^/]*\.invalid\/)/i;

export interface ExportedImages {
  readonly kept: readonly { readonly key: string; readonly type: string }[];
  /** How many are not on this device. */
  readonly missing: number;
  /** Of all that a server has. */
  readonly addresses: readonly { readonly key: string; readonly url: string }[];
}

/** The images that a text of an article shows and that are on this device, by what their bytes are, and how many are not. Those that only count readers are none. */
export function exportedImages(store: Store, articleId: ArticleId, html: string): ExportedImages {
  const rows = store.all<{ key: string; url: string; type: string | null; state: string }>(
    "SELECT i.key, i.url, i.type, i.state FROM article_images ai JOIN images i ON i.id = ai.image_id WHERE ai.article_id = ? AND i.verdict IS NOT 'dropped' ORDER BY ai.position", articleId,
  ).filter(({ key }, at, all) => html.includes(`img/${key}`) && all.findIndex((other) => other.key === key) === at);
  const kept = rows.flatMap(({ key, type, state }) => (state === 'kept' && type !== null ? [{ key, type }] : []));
  const addresses = rows.flatMap(({ key, url }) => (WEB.test(url) ? [{ key, url }] : []));
  return { kept, missing: rows.length - kept.length, addresses };
}
