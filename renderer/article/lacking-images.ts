import type { ArticleImage, ImageState } from '../../electron/contract/model.ts';

/** The images of a text that are not on this device, each with a box in its place. */
export interface LackingImages {
  /** Shows those that have come, and says of the others what `words` says of their state. */
  update(images: readonly ArticleImage[], words: (state: ImageState) => string): void;
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

/** A box that says what the image shows where that is known, of the image's ratio where that is known. */
function boxFor(image: HTMLImageElement, boxClass: string): HTMLElement {
  const box = document.createElement('span');
  box.className = boxClass;
  const alt = document.createElement('span');
  alt.dataset['alt'] = '';
  alt.textContent = image.alt;
  const note = document.createElement('span');
  note.dataset['note'] = '';
  box.append(drawing(), ...(image.alt ? [alt] : []), note);
  const [width, height] = [Number(image.getAttribute('width')), Number(image.getAttribute('height'))];
  if (width > 1 && height > 1) box.style.aspectRatio = `${width} / ${height}`;
  return box;
}

function silent(): string {
  return '';
}

/** Takes the images that are not on this device out of a text before they are asked for. The text must not be in the page yet. */
export function lackingImages(text: ParentNode, images: readonly ArticleImage[], boxClass: string): LackingImages {
  const boxes = new Map<HTMLElement, HTMLImageElement>();
  const broken = new Set<string>();
  const stopped = new AbortController();
  let words: (state: ImageState) => string = silent;

  function lack(image: HTMLImageElement, state: ImageState): void {
    const box = boxFor(image, boxClass);
    boxes.set(box, image);
    image.replaceWith(box);
    say(box, state);
  }

  function say(box: HTMLElement, state: ImageState): void {
    const note = box.querySelector('[data-note]');
    if (note) note.textContent = words(state);
  }

  function watch(image: HTMLImageElement): void {
    const failed = () => {
      broken.add(keyOf(image));
      lack(image, 'failed');
    };
    image.addEventListener('error', failed, { once: true, signal: stopped.signal });
  }

  const stateOf = new Map(images.map(({ key, state }) => [key, state]));
  for (const image of text.querySelectorAll('img')) {
    const state = stateOf.get(keyOf(image)) ?? 'kept';
    if (state === 'kept') watch(image);
    else lack(image, state);
  }
  return {
    update(now, nextWords) {
      words = nextWords;
      const states = new Map(now.map(({ key, state }) => [key, state]));
      for (const [box, image] of boxes) {
        const key = keyOf(image);
        const state = broken.has(key) ? 'failed' : (states.get(key) ?? 'failed');
        if (state !== 'kept') {
          say(box, state);
          continue;
        }
        boxes.delete(box);
        watch(image);
        box.replaceWith(image);
      }
    },
    stop() {
      stopped.abort();
    },
  };
}
