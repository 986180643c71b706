import type { Socket } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { HostileDocument } from './hostile-document.ts';
import { many, MEGABYTE, oneItem, rss } from './hostile-document.ts';

/** A server that answers badly, byte by byte, and what comes of it. */
export interface HostileTransfer {
  readonly name: string;
  readonly gives: HostileDocument['gives'];
  /** Answers one request on its connection. */
  answer(socket: Socket): void;
}

const SOUND = oneItem('');
const OK = 'HTTP/1.1 200 OK\r\n';
const END = '0\r\n\r\n';

function sends(name: string, gives: HostileTransfer['gives'][number] | HostileTransfer['gives'], ...parts: readonly (string | Uint8Array)[]): HostileTransfer {
  return { name, gives: typeof gives === 'object' ? gives : [gives], answer: (socket) => void socket.end(Buffer.concat(parts.map((part) => Buffer.from(part)))) };
}

function coded(name: string, gives: Parameters<typeof sends>[1], coding: string, bytes: Uint8Array): HostileTransfer {
  return sends(name, gives, `${OK}Content-Encoding: ${coding}\r\nContent-Length: ${bytes.length}\r\n\r\n`, bytes);
}

/** Sends `piece` for as long as anybody listens. */
function endless(name: string, gives: HostileTransfer['gives'][number], head: string, piece: string | Uint8Array): HostileTransfer {
  return {
    name,
    gives: [gives],
    answer(socket) {
      const more = (): void => {
        while (!socket.destroyed && socket.write(piece));
        if (!socket.destroyed) socket.once('drain', more);
      };
      socket.write(head, more);
    },
  };
}

const redirect = (location: string): string => `HTTP/1.1 302 Found\r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`;
const zeros = Buffer.alloc(100 * MEGABYTE);
const bomb = gzipSync(zeros, { level: 9 });
const gzip = gzipSync(SOUND);

function withLength(bytes: Uint8Array, length: number): Uint8Array {
  const lying = Buffer.from(bytes);
  lying.writeUInt32LE(length, lying.length - 4);
  return lying;
}

/** Compression that swells or lies. */
export const CODED_TRANSFERS: readonly HostileTransfer[] = [
  coded('a gzip bomb', 'body-too-large', 'gzip', bomb),
  coded('a gzip bomb within another', 'body-too-large', 'gzip, gzip', gzipSync(bomb)),
  coded('a gzip bomb under three layers', 'body-too-large', 'gzip, gzip, gzip', gzipSync(gzipSync(bomb))),
  coded('a brotli bomb', 'body-too-large', 'br', brotliCompressSync(zeros)),
  coded('a deflate bomb', 'body-too-large', 'deflate', deflateSync(zeros)),
  coded('a raw deflate bomb', 'body-too-large', 'deflate', deflateRawSync(zeros)),
  coded('a bomb of many members', 'body-too-large', 'gzip', Buffer.concat(Array.from({ length: 40 }, () => gzipSync(zeros.subarray(0, MEGABYTE))))),
  coded('a bomb that tells a small length', 'body-too-large', 'gzip', withLength(bomb, 1)),
  coded('a sound body that tells a length of 4 GB', 'http-error', 'gzip', withLength(gzip, 0xffffffff)),
  coded('a feed under three layers', 1, 'gzip, deflate, br', brotliCompressSync(deflateSync(gzip))),
  coded('more layers than three', 'http-error', 'gzip, gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(gzip)))),
  coded('a thousand layers', 'http-error', many(1000, () => 'gzip', ','), gzip),
  coded('gzip that ends early', 'http-error', 'gzip', gzip.subarray(0, -12)),
  coded('gzip that is plain text', 1, 'gzip', Buffer.from(SOUND)),
  coded('gzip that is dirt', 'http-error', 'gzip', Buffer.concat([gzip.subarray(0, 10), Buffer.alloc(400, 0xff)])),
  coded('brotli that is plain text', 'http-error', 'br', Buffer.from(SOUND)),
  coded('a coding that nobody knows', 1, 'x-rot13', Buffer.from(SOUND)),
];

/** Lengths, pieces and heads that lie or never end. */
export const FRAMED_TRANSFERS: readonly HostileTransfer[] = [
  sends('a length that is too long', 'host-unreachable', `${OK}Content-Length: 100000\r\n\r\n`, SOUND),
  sends('a length that is too short', ['malformed-feed', 1, 'not-a-feed'], `${OK}Content-Length: ${SOUND.length - 40}\r\n\r\n`, SOUND),
  sends('a length of 9 EB', 'body-too-large', `${OK}Content-Length: 9000000000000000000\r\n\r\n`, SOUND),
  sends('a length below nothing', 'http-error', `${OK}Content-Length: -1\r\n\r\n`, SOUND),
  sends('two lengths', 'http-error', `${OK}Content-Length: 10\r\nContent-Length: 2000\r\n\r\n`, SOUND),
  sends('a length beside pieces', 'http-error', `${OK}Content-Length: 10\r\nTransfer-Encoding: chunked\r\n\r\n`, END),
  sends('pieces that are none', 'http-error', `${OK}Transfer-Encoding: chunked\r\n\r\nThese are no pieces.`),
  sends('a piece of endless size', 'http-error', `${OK}Transfer-Encoding: chunked\r\n\r\n${'F'.repeat(40)}\r\nx`),
  sends('a piece that is not there', ['http-error', 'host-unreachable'], `${OK}Transfer-Encoding: chunked\r\n\r\nFFFF\r\n${SOUND}`),
  sends('no last piece', 'host-unreachable', `${OK}Transfer-Encoding: chunked\r\n\r\n${SOUND.length.toString(16)}\r\n${SOUND}\r\n`),
  sends('300,000 pieces of a byte', 1, `${OK}Transfer-Encoding: chunked\r\n\r\n${SOUND.length.toString(16)}\r\n${SOUND}\r\n`, '1\r\n \r\n'.repeat(300_000), END),
  endless('an extension of a piece that never ends', 'http-error', `${OK}Transfer-Encoding: chunked\r\n\r\n5;`, 'x'.repeat(10_000)),
  endless('trailers that never end', 'http-error', `${OK}Transfer-Encoding: chunked\r\n\r\n${SOUND.length.toString(16)}\r\n${SOUND}\r\n0\r\n`, 'A: b\r\n'.repeat(1000)),
  endless('a head that never ends', 'http-error', OK, 'A: b\r\n'.repeat(1000)),
  endless('a header that never ends', 'http-error', `${OK}A: `, 'x'.repeat(10_000)),
  endless('a status line that never ends', 'http-error', 'HTTP/1.1 200 ', 'x'.repeat(10_000)),
  endless('a body that never ends', 'body-too-large', `${OK}\r\n`, Buffer.alloc(65_536, 0x20)),
  endless('a page of errors that never ends', 'not-found', 'HTTP/1.1 404 Not Found\r\n\r\n', Buffer.alloc(65_536, 0x20)),
  sends('no head at all', 'http-error', SOUND),
  sends('a head of HTTP 0.9', 'http-error', 'HTTP/0.9 OK\r\n\r\n', SOUND),
  sends('a status of letters', 'http-error', 'HTTP/1.1 abc OK\r\n\r\n', SOUND),
  sends('a header with a NUL', 'http-error', `${OK}A: b\0c\r\n\r\n`, SOUND),
  sends('nothing', 'host-unreachable', ''),
  sends('a thousand announcements before the answer', 1, 'HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n'.repeat(1000), `${OK}Content-Length: ${SOUND.length}\r\n\r\n${SOUND}`),
  sends('a second answer behind the first', 1, `${OK}Content-Length: ${SOUND.length}\r\n\r\n${SOUND}`, `${OK}Content-Length: 5\r\n\r\nother`),
  sends('"not modified" to nobody’s question', 'http-error', 'HTTP/1.1 304 Not Modified\r\n\r\n'),
  sends('no content', 'empty-body', 'HTTP/1.1 204 No Content\r\n\r\n'),
  sends('validators of 7 kB', 1, `${OK}ETag: "${'e'.repeat(7000)}"\r\nLast-Modified: ${'l'.repeat(7000)}\r\nContent-Length: ${SOUND.length}\r\n\r\n${SOUND}`),
  sends('a type of nonsense', 1, `${OK}Content-Type: ;;;charset="\u00ff;charset=utf-7;charset=\r\nContent-Length: ${SOUND.length}\r\n\r\n${SOUND}`),
  sends('a rest of a million years', 'rate-limited', 'HTTP/1.1 429 x\r\nRetry-After: 999999999\r\nContent-Length: 0\r\n\r\n'),
];

/** Redirects to where nobody should go. */
export const REDIRECTS: readonly HostileTransfer[] = [
  sends('a redirect to itself', 'too-many-redirects', redirect('/')),
  ...['file:///etc/passwd', 'data:text/xml,<rss/>', 'javascript:alert(1)', 'blob:http://127.0.0.1/1', 'ftp://127.0.0.1/', 'app://bundle/', 'about:blank'].map((address) => sends(`a redirect to ${address}`, 'unsupported-scheme', redirect(address))),
  sends('a redirect to nowhere', ['http-error', 'invalid-address', 'too-many-redirects'], 'HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n'),
  sends('a redirect to no address', ['http-error', 'invalid-address'], redirect('http://[')),
  sends('a redirect to a host of slashes', ['http-error', 'invalid-address', 'host-not-found', 'host-unreachable', 'too-many-redirects'], redirect('//'.repeat(4000))),
  sends('a redirect to a port that nobody may ask', ['host-unreachable', 'http-error', 'invalid-address'], redirect('http://127.0.0.1:1/')),
];

/** A feed that arrives whole, for comparison. */
export const SOUND_TRANSFER: HostileTransfer = sends('a sound feed', 1, `${OK}Content-Length: ${Buffer.byteLength(rss('<item><title>镝</title></item>'))}\r\n\r\n${rss('<item><title>镝</title></item>')}`);
