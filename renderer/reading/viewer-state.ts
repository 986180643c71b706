import { create } from 'zustand';

export interface ViewedImage {
  readonly src: string;
  readonly alt: string;
  /** Empty where it has none. */
  readonly caption: string;
}

export interface ViewerState {
  /** Empty while the viewer is closed. */
  readonly images: readonly ViewedImage[];
  readonly at: number;
}

export const useViewer = create<ViewerState>()(() => ({ images: [], at: 0 }));

export function showImage(at: number): void {
  useViewer.setState({ at });
}

export function closeViewer(): void {
  useViewer.setState({ images: [], at: 0 });
}

/** What can be looked at in a text: images that are drawn, but for those as small as a character. */
export function viewable(text: Element): readonly HTMLImageElement[] {
  return [...text.querySelectorAll<HTMLImageElement>('img[data-enlarge]')].filter((image) => image.complete && image.naturalWidth > 0);
}

/** Opens the viewer on the first image in sight of the open article, else on its first. False where there is none. */
export function viewImages(): boolean {
  const pane = document.querySelector('[data-article-scroll]');
  const text = pane?.querySelector('[data-article-text]');
  if (!pane || !text) return false;
  const images = viewable(text);
  const { top } = pane.getBoundingClientRect();
  const image = images.find((one) => one.getBoundingClientRect().bottom > top) ?? images[0];
  if (image) viewImage(text, image);
  return image !== undefined;
}

/** Opens the viewer on an image of a text, the others of the text around it. */
export function viewImage(text: Element, image: HTMLImageElement): void {
  const images = viewable(text);
  const at = images.indexOf(image);
  if (at === -1) return;
  useViewer.setState({
    at,
    images: images.map((one) => ({ src: one.currentSrc || one.src, alt: one.alt, caption: one.closest('figure')?.querySelector('figcaption')?.textContent.trim() ?? '' })),
  });
}
