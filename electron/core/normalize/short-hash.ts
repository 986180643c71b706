import { createHash } from 'node:crypto';

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** 20 hexadecimal digits: enough to tell the articles of one library apart. */
export function shortHash(text: string): string {
  return sha256(text).slice(0, 20);
}

/** 32 hexadecimal digits by which an image is kept and served. */
export function imageKey(url: string): string {
  return sha256(url).slice(0, 32);
}
