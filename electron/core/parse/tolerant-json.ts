/** What was read of a JSON text that need not be whole. */
export interface TolerantJson {
  readonly value: unknown;
  /** The text ends before its value does. */
  readonly isCut: boolean;
}

const DEEPEST = 100;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };
/** Stands for a value of which the end is missing. */
const UNFINISHED = Symbol('unfinished');

class Reader {
  readonly #text: string;
  #at = 0;
  #isCut = false;

  constructor(text: string) {
    this.#text = text;
  }

  read(): TolerantJson {
    const value = this.#value(0);
    return { value: value === UNFINISHED ? undefined : value, isCut: this.#isCut };
  }

  #next(): string {
    for (;;) {
      const unit = this.#text[this.#at];
      if (unit === undefined) this.#isCut = true;
      if (unit === undefined || !/\s/.test(unit)) return unit ?? '';
      this.#at++;
    }
  }

  #value(depth: number): unknown {
    const unit = this.#next();
    if (depth > DEEPEST) throw new SyntaxError('nested too deeply');
    if (unit === '{') return this.#object(depth);
    if (unit === '[') return this.#array(depth);
    if (unit === '"') return this.#string();
    const word = /[^\s,\]}]{0,64}/y;
    word.lastIndex = this.#at;
    const written = word.exec(this.#text)?.[0] ?? '';
    this.#at += written.length;
    if (this.#at >= this.#text.length) this.#isCut = true;
    if (this.#isCut) return UNFINISHED;
    if (written === '') throw new SyntaxError(`no value at ${this.#at}`);
    if (written === 'true' || written === 'false') return written === 'true';
    return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(written) ? Number(written) : null;
  }

  #string(): unknown {
    const parts: string[] = [];
    let start = ++this.#at;
    for (; this.#at < this.#text.length; this.#at++) {
      const unit = this.#text[this.#at];
      if (unit !== '"' && unit !== '\\') continue;
      parts.push(this.#text.slice(start, this.#at));
      if (unit === '"') {
        this.#at++;
        return parts.join('');
      }
      const kind = this.#text[++this.#at] ?? '';
      const code = kind === 'u' ? /^[0-9a-f]{4}$/i.exec(this.#text.slice(this.#at + 1, this.#at + 5))?.[0] : undefined;
      parts.push(code === undefined ? (ESCAPES[kind] ?? kind) : String.fromCharCode(Number.parseInt(code, 16)));
      if (code !== undefined) this.#at += 4;
      start = this.#at + 1;
    }
    this.#isCut = true;
    return UNFINISHED;
  }

  /** An array whose end is missing holds what is whole. */
  #array(depth: number): unknown[] {
    const values: unknown[] = [];
    this.#at++;
    while (!this.#isCut) {
      const unit = this.#next();
      if (unit === ']' || unit === ',') this.#at++;
      if (unit === ']') break;
      if (unit === ',' || unit === '') continue;
      const value = this.#value(depth + 1);
      // The last of a cut text is half a value, and so nothing to show.
      if (value !== UNFINISHED && !this.#isCut) values.push(value);
    }
    return values;
  }

  #object(depth: number): Record<string, unknown> {
    const object = Object.create(null) as Record<string, unknown>;
    this.#at++;
    while (!this.#isCut) {
      const unit = this.#next();
      if (unit === '}' || unit === ',') this.#at++;
      if (unit === '}') break;
      if (unit === ',' || unit === '') continue;
      if (unit !== '"') throw new SyntaxError(`no name at ${this.#at}`);
      const name = this.#string();
      if (this.#next() === ':') this.#at++;
      else if (!this.#isCut) throw new SyntaxError(`no colon at ${this.#at}`);
      const value = this.#isCut ? UNFINISHED : this.#value(depth + 1);
      if (value !== UNFINISHED) object[name as string] = value;
    }
    return object;
  }
}

/**
 * Reads JSON as generators of feeds break it: a comma too many, line breaks inside texts, escapes that are none, a missing
 * end. Linear in the text, at most 100 levels deep. Throws a SyntaxError for everything else.
 */
export function readTolerantJson(text: string): TolerantJson {
  return new Reader(text).read();
}
