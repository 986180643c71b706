import type { ArticleImage } from '../../electron/contract/article-image.ts';

type Lacking = Pick<ArticleImage, 'state' | 'code'>;

/** What stands in the place of an image. */
export interface LackingNote {
  readonly text: string;
  /** On the button that asks for it again; null where that would bring nothing, or it comes anyway. */
  readonly retry: string | null;
  /** It is being asked for. */
  readonly busy: boolean;
}

/** The images of a text that are not on this device, each with a box in its place. */
export interface LackingImages {
  /** Shows those that have come, and says of the others what `words` says of them. */
  update(images: readonly ArticleImage[], words: (image: Lacking) => LackingNote): void;
  stop(): void;
}

const SVG = 'http://www.w3.org/2000/svg';

function drawing(): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const look = { viewBox: '0 0 16 16', width: '16', height: '16', fill: 'none', stroke: 'currentColor', 'stroke-width': '1.4', 'stroke-linejoin': 'round', 'aria-hidden': 'true' };
  for (const [name, value] of Object.entries(look)) svg.setAttribute(name, value);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', 'M2.4 4.7c0-.7.6-1.3 1.3-1.3h8.6c.7 0 1.3.6 1.3 1.3v6.6c0 .7-.6 1.3-1.3 1.3H3.7c-.7 0-1.3-.6-1.3-1.3zM2.6 11.3l3.2-3.2 2.6 2.6 1.7-1.6 3.2 3');
  svg.append(path);
  return svg;
}

function keyOf(image: HTMLImageElement): string {
  return (image.getAttribute('src') ?? '').slice('img/'.length);
}

function unspaced(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** Whether the words under an image say what it shows already. */
function saysCaption(image: HTMLImageElement): boolean {
  const caption = image.closest('figure')?.querySelector('figcaption')?.textContent ?? '';
  return unspaced(caption) === unspaced(image.alt);
}

/** A box that says what the image shows where that is known and not said below it, of the image's ratio where that is known. */
function boxFor(image: HTMLImageElement, boxClass: string): HTMLElement {
  const box = document.createElement('span');
  box.className = boxClass;
  const alt = document.createElement('span');
  alt.dataset['alt'] = '';
  alt.textContent = image.alt;
  const note = document.createElement('span');
  note.dataset['note'] = '';
  const again = document.createElement('button');
  again.type = 'button';
  again.dataset['retry'] = '';
  again.hidden = true;
  box.append(drawing(), ...(image.alt && !saysCaption(image) ? [alt] : []), note, again);
  const [width, height] = [Number(image.getAttribute('width')), Number(image.getAttribute('height'))];
  if (width > 1 && height > 1) box.style.aspectRatio = `${width} / ${height}`;
  return box;
}

/**
 * Says how large an image will be, so that the text does not jump when it comes: what its bytes say, in the width that the
 * article wants it in.
 */
function giveSize(image: HTMLImageElement, known: ArticleImage | undefined): void {
  if (!known?.width || !known.height) return;
  const [width, height] = [Number(image.getAttribute('width')), Number(image.getAttribute('height'))];
  const shown = width > 1 ? width : height > 1 ? Math.round((height * known.width) / known.height) : known.width;
  image.setAttribute('width', String(shown));
  image.setAttribute('height', String(Math.max(1, Math.round((shown * known.height) / known.width))));
}

/** Takes away what is there to count readers, and the frame that it alone stood in. */
function drop(element: HTMLElement): void {
  const frame = element.closest('figure');
  element.remove();
  if (frame && frame.textContent.trim() === '' && frame.querySelector('img, [data-note]') === null) frame.remove();
}

const BROKEN: Lacking = { state: 'kept', code: null };
const UNKNOWN: Lacking = { state: 'failed', code: null };

function silent(): LackingNote {
  return { text: '', retry: null, busy: false };
}

/** Takes the images that are not on this device out of a text before they are asked for. The text must not be in the page yet. */
export function lackingImages(text: ParentNode, images: readonly ArticleImage[], boxClass: string): LackingImages {
  const boxes = new Map<HTMLElement, HTMLImageElement>();
  const broken = new Set<string>();
  const stopped = new AbortController();
  let words: (image: Lacking) => LackingNote = silent;

  function lack(image: HTMLImageElement, why: Lacking): void {
    const box = boxFor(image, boxClass);
    boxes.set(box, image);
    image.replaceWith(box);
    say(box, why);
  }

  function say(box: HTMLElement, why: Lacking): void {
    const { text, retry, busy } = words(why);
    const [note, again] = [box.querySelector('[data-note]'), box.querySelector<HTMLButtonElement>('[data-retry]')];
    if (!note || !again) return;
    note.textContent = text;
    again.hidden = retry === null;
    again.textContent = retry ?? '';
    // It keeps the focus while it is asked for.
    if (busy) again.setAttribute('aria-disabled', 'true');
    else again.removeAttribute('aria-disabled');
    again.setAttribute('aria-label', [retry, altOf(box)].filter(Boolean).join(': '));
  }

  function altOf(box: HTMLElement): string {
    return boxes.get(box)?.alt ?? '';
  }

  function watch(image: HTMLImageElement): void {
    const failed = () => {
      broken.add(keyOf(image));
      lack(image, BROKEN);
    };
    image.addEventListener('error', failed, { once: true, signal: stopped.signal });
  }

  const before = new Map(images.map((image) => [image.key, image]));
  for (const image of text.querySelectorAll('img')) {
    const known = before.get(keyOf(image));
    giveSize(image, known);
    if (known?.state === 'dropped') drop(image);
    else if (known && known.state !== 'kept') lack(image, known);
    else watch(image);
  }
  return {
    update(now, nextWords) {
      words = nextWords;
      const byKey = new Map(now.map((image) => [image.key, image]));
      for (const [box, image] of boxes) {
        const key = keyOf(image);
        const known = byKey.get(key);
        if (broken.has(key) || known === undefined || (known.state !== 'kept' && known.state !== 'dropped')) {
          say(box, broken.has(key) ? BROKEN : (known ?? UNKNOWN));
          continue;
        }
        boxes.delete(box);
        if (known.state === 'dropped') {
          drop(box);
          continue;
        }
        giveSize(image, known);
        watch(image);
        const hadFocus = box.contains(document.activeElement);
        box.replaceWith(image);
        if (!hadFocus) continue;
        image.tabIndex = -1;
        image.focus();
      }
    },
    stop() {
      stopped.abort();
    },
  };
}
