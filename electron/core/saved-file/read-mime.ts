import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';
import { extractPlainText } from '../extract/extract-plain-text.ts';
import { webAddress } from '../normalize/web-address.ts';
import type { EmbeddedImages } from './embedded-images.ts';
import { readHtml, type ReadHtml } from './read-html.ts';

export interface ReadMime extends ReadHtml {
  readonly subject: string | null;
  readonly sender: string | null;
  readonly sentAt: number | null;
}

/**
 * A mail, or a page kept as one (MHTML, RFC 2557): its text, with the images that came with it. Null where there is no text.
 * Throws where the bytes are no MIME document.
 */
export async function readMime(bytes: Uint8Array, { now, images }: { readonly now: number; readonly images: EmbeddedImages }): Promise<ReadMime | null> {
  const email = await PostalMime.parse(withLocations(bytes), { maxNestingDepth: 40, maxHeadersSize: 1024 * 1024, rfc822Attachments: true });
  const url = locationOf(email);
  const subject = email.subject?.trim() || null;
  const written = email.date === undefined ? NaN : Date.parse(email.date);
  const head = { subject, sender: email.from?.name || email.from?.address || null, sentAt: Number.isNaN(written) ? null : written };
  const read = email.html ? readHtmlPart(email, email.html, { url, subject, now, images }) : null;
  if (read) return { ...read, ...head };
  const page = email.text ? extractPlainText({ text: email.text, url, now }) : null;
  return page?.kind === 'page' ? { page, url, embedded: [], ...head } : null;
}

/**
 * The parser tells of a part what it is described as, not where it lay, so that is put there. It joins all parts of text into
 * one: of a page that a browser kept, the first is the page, and the others are its frames, with adverts as a rule.
 */
function withLocations(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const isPage = /^Snapshot-Content-Location:/im.test(text.slice(0, 8192));
  let parts = 0;
  const located = text.replaceAll(/^Content-Location:/gim, () => (isPage && parts++ > 0 ? 'Content-Disposition: attachment\r\nContent-Description:' : 'Content-Description:'));
  return Buffer.from(located, 'latin1');
}

function locationOf({ headers }: Email): string | null {
  // A mail's own part may be described in words: those are no address.
  const found = headers.find(({ key }) => key === 'snapshot-content-location') ?? headers.find(({ key }) => key === 'content-description');
  return found ? addressOf(found.value, null) : null;
}

interface Envelope {
  readonly url: string | null;
  readonly subject: string | null;
  readonly now: number;
  readonly images: EmbeddedImages;
}

function readHtmlPart({ attachments }: Email, html: string, { url, subject, now, images }: Envelope): ReadHtml | null {
  const named = new Map<string, string>();
  for (const { mimeType, content, contentId, description } of attachments) {
    if (!mimeType.startsWith('image/') || typeof content === 'string') continue;
    const data = new Uint8Array(content);
    if (contentId) named.set(contentId.replaceAll(/^<|>$/g, ''), images.add(data));
    const place = description?.replaceAll(/\s/g, '');
    const address = place ? addressOf(place, url) : null;
    if (address !== null) images.addAt(address, data);
    else if (place) named.set(place, images.add(data));
  }
  const linked = html.replaceAll(/cid:([^"'\s)>]+)/gi, (whole, id: string) => named.get(decoded(id)) ?? whole);
  return readHtml({ html: linked, images, url, title: subject, now });
}

function addressOf(value: string, base: string | null): string | null {
  const address = value.replaceAll(/\s/g, '');
  return webAddress(address, base ?? address);
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
