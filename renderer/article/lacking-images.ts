/** The images of a text that are not on this device, each with a box in its place. */
export interface LackingImages {
  /** Asks for them again. */
  retry(): void;
  stop(): void;
}

/** Puts a box with `words` in place of each image that cannot be shown; the box says what the image shows where that is known. */
export function lackingImages(text: HTMLElement, boxClass: string, words: string): LackingImages {
  const boxes = new Map<HTMLElement, HTMLImageElement>();
  const stopped = new AbortController();

  function boxFor(image: HTMLImageElement): HTMLElement {
    const box = document.createElement('span');
    box.className = boxClass;
    if (image.alt) {
      const alt = document.createElement('b');
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
