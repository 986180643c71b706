import { writeImage } from '../offline/image-file.ts';
import { imageType } from '../refresh/ingest-image.ts';
import type { EmbeddedImage } from '../saved-file/saved-file.ts';
import { recordImage } from '../store/images.ts';
import type { Store } from '../store/open-store.ts';

/** Keeps the images that came inside a file; what is no image stays away. Throws `disk-full` or `profile-unwritable`. */
export async function keepEmbedded(store: Store, images: readonly EmbeddedImage[]): Promise<void> {
  for (const { key, bytes } of images) {
    const type = imageType(bytes);
    if (type === null) continue;
    await writeImage(store.profile, key, bytes);
    recordImage(store, key, { state: 'kept', type, bytes: bytes.length });
  }
}
