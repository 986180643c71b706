import { hash } from 'node:crypto';

/** 20 hexadecimal digits: enough to tell the articles of one library apart. */
export function shortHash(text: string): string {
  return hash('sha256', text).slice(0, 20);
}

/** 32 hexadecimal digits by which an image is kept and served. */
export function imageKey(url: string): string {
  return hash('sha256', url).slice(0, 32);
}
