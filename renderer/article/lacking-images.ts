/** The images of a text that are not on this device, each with a box in its place. */
export interface LackingImages {
  /** Asks for them again. */
  retry(): void;
  stop(): void;
}

const SVG = 'http://www.w3.org/2000/svg';

function drawing(): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({ viewBox: '0 0 16 16', width: '16', height: '16', fill: 'none', stroke: 'currentColor', 'stroke-width': '1.4', 'stroke-linejoin': 'round', 'aria-hidden': 'true' })) {
    svg.setAttribute(name, value);
  }
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', 'M2.4 4.7c0-.7.6-1.3 1.3-1.3h8.6c.7 0 1.3.6 1.3 1.3v6.6c0 .7-.6 1.3-1.3 1.3H3.7c-.7 0-1.3-.6-1.3-1.3zM2.6 11.3l3.2-3.2 2.6 2.6 1.7-1.6 3.2 3');
  svg.append(path);
  return svg;
}

/** Puts a box with `words` in place of each image that cannot be shown; the box says what the image shows where that is known. */
export function lackingImages(text: HTMLElement, boxClass: string, words: string): LackingImages {
  const boxes = new Map<HTMLElement, HTMLImageElement>();
  const stopped = new AbortController();

  function boxFor(image: HTMLImageElement): HTMLElement {
    const box = document.createElement('span');
    box.className = boxClass;
    box.append(drawing());
    if (image.alt) {
      const alt = document.createElement('span');
      alt.dataset['alt'] = '';
      alt.textContent = image.alt;
      box.append(alt);
    }
    const note = document.createElement('span');
    note.textContent = words;
    box.append(note);
    const { width, height } = { width: Number(image.getAttribute('width')), height: Number(image.getAttribute('height')) };
    if (width > 1 && height > 1) box.style.aspectRatio = `${width} / ${height}`;
    return box;
  }

  function watch(image: HTMLImageElement): void {
    image.addEventListener(
      'error',
      () => {
        const box = boxFor(image);
        boxes.set(box, image);
        image.replaceWith(box);
      },
      { once: true, signal: stopped.signal },
    );
  }

  for (const image of text.querySelectorAll('img')) watch(image);
  return {
    retry() {
      for (const [box, image] of boxes) {
        boxes.delete(box);
        const again = image.cloneNode() as HTMLImageElement;
        // Off the page a lazy image would never load.
        again.loading = 'eager';
        watch(again);
        box.replaceWith(again);
      }
    },
    stop() {
      stopped.abort();
    },
  };
}
