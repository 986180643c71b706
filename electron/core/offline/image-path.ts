import { join } from 'node:path';

/** Where the image of a key (32 hexadecimal digits) lives in a profile. Throws a RangeError on anything else: keys come from addresses too. */
export function imagePath(profile: string, key: string): string {
  if (!/^[0-9a-f]{32}$/.test(key)) throw new RangeError('not an image key');
  return join(profile, 'images', key.slice(0, 2), key);
}
