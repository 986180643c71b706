import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

export interface ZipEntryOptions {
  /** Left as it is: it is small as it is, or must be read without inflating. */
  readonly stored?: boolean;
}

/** A zip that is written as it is made: one entry at a time is at hand, however many there are. */
export interface ZipWriter {
  /** Of known size, without a descriptor behind it and without extra fields (EPUB OCF 3.3 section 4.2.2). */
  first(name: string, text: string): void;
  add(name: string, content: Readable, options?: ZipEntryOptions): Promise<void>;
  addText(name: string, text: string): Promise<void>;
  addFile(name: string, path: string, options?: ZipEntryOptions): Promise<void>;
  /** Ends the zip; answers once it is on the disk. */
  end(): Promise<void>;
  /** Gives up; the file is left to be removed. */
  abort(): Promise<void>;
}

/** `mtime` is what every entry says, so that a zip of the same things is the same. */
export function createZipWriter(path: string, mtime: Date): ZipWriter {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const written = pipeline(output, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  const failed = Promise.withResolvers<never>();
  written.catch((error: unknown) => failed.reject(error));
  failed.promise.catch(() => undefined);
  zip.on('error', (error) => failed.reject(error));

  const add = async (name: string, content: Readable, { stored = false }: ZipEntryOptions = {}): Promise<void> => {
    const done = Promise.withResolvers<void>();
    content.once('end', () => done.resolve());
    content.once('error', (error) => {
      done.reject(error);
      output.destroy(error);
    });
    zip.addReadStreamLazy(name, { mtime, compress: !stored }, (pass) => pass(null, content));
    await Promise.race([done.promise, failed.promise]);
  };

  return {
    first: (name, text) => zip.addBuffer(Buffer.from(text), name, { mtime, compress: false, forceDosTimestamp: true }),
    add,
    addText: (name, text) => add(name, Readable.from([Buffer.from(text)])),
    addFile: (name, file, options) => add(name, createReadStream(file), options),
    async end() {
      zip.end();
      await written;
    },
    async abort() {
      output.destroy();
      await written.catch(() => undefined);
    },
  };
}
