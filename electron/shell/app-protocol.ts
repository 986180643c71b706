import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { imageType } from '../core/image/image-type.ts';
import { INERT_IMAGE_HEADERS, SECURITY_HEADERS } from './security-headers.ts';

export interface BundleFiles {
  /** Absolute path of the built renderer's folder, which holds index.html. */
  readonly rendererDir: string;
  /** Absolute path of a kept image's file by its key of 32 hexadecimal digits; null where there is none. */
  readonly imageFile: (key: string) => string | null;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const IMMUTABLE = 'public, max-age=31536000, immutable';

/**
 * Answers for the window's origin, whatever that is: the renderer's files, and kept images at `img/<key>`.
 * GET and HEAD only; what is not there, or not named as our build names files, is 404.
 * Files are read with `fs`, which sees into an asar archive.
 */
export function createBundleHandler(files: BundleFiles): (request: Request) => Promise<Response> {
  const read = createBundleReader(files);
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { ...SECURITY_HEADERS, allow: 'GET, HEAD' } });
    }
    const file = await read(new URL(request.url).pathname);
    if (!file) {
      const headers = { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
      return new Response(request.method === 'HEAD' ? null : 'Not found', { status: 404, headers });
    }
    return new Response(request.method === 'HEAD' ? null : file.bytes, { headers: file.headers });
  };
}

/** One of the files, with the headers that it is served with. */
export interface BundleFile {
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Reads the files that the handler above answers with, by path; null where there is none. For a door that has no other use for the web's requests and answers. */
export function createBundleReader(files: BundleFiles): (pathname: string) => Promise<BundleFile | null> {
  return async (pathname) => {
    const found = await find(files, pathname);
    if (!found) return null;
    const headers = {
      ...SECURITY_HEADERS,
      ...(found.inert && INERT_IMAGE_HEADERS),
      'content-type': found.type,
      'content-length': String(found.bytes.byteLength),
      'cache-control': found.immutable ? IMMUTABLE : 'no-cache',
    };
    return { headers, bytes: found.bytes };
  };
}

interface Found {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly immutable: boolean;
  /** A stranger's image: nothing in it may run. */
  readonly inert?: boolean;
}

async function find(files: BundleFiles, pathname: string): Promise<Found | null> {
  const image = /^\/img\/([0-9a-f]{32})$/.exec(pathname);
  if (image?.[1]) return findImage(files.imageFile(image[1]));
  const segments = pathname === '/' ? ['index.html'] : pathname.slice(1).split('/');
  // Our build names files with these characters only. That leaves no room for `..`, a drive letter, a backslash, an
  // escape (%2e%2e) or a stream (name::$DATA).
  if (!segments.every((segment) => /^\w[\w.-]*$/.test(segment))) return null;
  const type = TYPES[extname(segments.at(-1) ?? '')];
  if (!type) return null;
  const bytes = await bytesOf(join(files.rendererDir, ...segments));
  return bytes && { bytes, type, immutable: segments[0] === 'assets' };
}

async function findImage(path: string | null): Promise<Found | null> {
  const bytes = path === null ? null : await bytesOf(path);
  const type = bytes && imageType(bytes);
  return bytes && type ? { bytes, type, immutable: true, inert: true } : null;
}

/** Null where there is no such file; anything else that keeps it from being read is thrown. */
async function bytesOf(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ENAMETOOLONG') return null;
    throw error;
  }
}
