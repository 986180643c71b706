/** Pixels: what is declared to be smaller stands in a line as a character does. */
const SMALL = 64;

/** Whether a link leads to the image that it shows, or to a larger one of it: it is the image that is meant. */
function leadsToImage(link: HTMLAnchorElement): boolean {
  return URL.canParse(link.href) && /\.(?:avif|gif|jpe?g|png|svg|webp)$/iu.test(new URL(link.href).pathname);
}

/** Marks the images of a text that the viewer shows: not small ones, nor those that a link makes its own. They stay images; a key opens the viewer for whoever has no pointer. */
export function enlargeable(text: ParentNode): void {
  for (const image of text.querySelectorAll('img')) {
    const link = image.closest<HTMLAnchorElement>('a[href]');
    if (Number(image.getAttribute('width') ?? SMALL) < SMALL || (link && !leadsToImage(link))) continue;
    image.dataset['enlarge'] = '';
  }
}

/** The image that an event in a text asks to see larger. */
export function enlargedBy(event: Event): HTMLImageElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLImageElement>('img[data-enlarge]') : null;
}
