import { createImageShelf } from '../offline/keep-image.ts';
import type { EmbeddedImage } from '../saved-file/saved-file.ts';
import type { Store } from '../store/open-store.ts';

/** Keeps the images that came inside a file; what is no image stays away. Throws `disk-full` or `profile-unwritable`. */
export async function keepEmbedded(store: Store, images: readonly EmbeddedImage[]): Promise<void> {
  if (images.length === 0) return;
  const { inspectImage } = await import('../image/inspect-image.ts');
  const shelf = createImageShelf(store);
  for (const { key, bytes } of images) {
    const seen = inspectImage(bytes);
    if (seen.kind === 'image') await shelf.put(key, { bytes, ...seen.facts });
  }
}
