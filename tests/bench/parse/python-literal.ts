/** A value as Python writes it: text, number, None, True and False, tuple or list, dictionary of names. */
export type PythonValue = string | number | boolean | null | readonly PythonValue[] | { readonly [name: string]: PythonValue };

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v', '\n': '' };
const WIDTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get isAtEnd(): boolean {
    return this.#source.slice(this.#at).trim() === '';
  }

  #skip(): void {
    while (/\s/.test(this.#source[this.#at] ?? '')) this.#at++;
  }

  value(): PythonValue | undefined {
    this.#skip();
    const rest = this.#source.slice(this.#at);
    const text = /^([urb]{0,2})('''|"""|'|")/i.exec(rest);
    if (text) {
      this.#at += text[0].length;
      const first = this.#text(text[2] ?? '', /r/i.test(text[1] ?? ''));
      // Python joins texts that stand beside each other.
      this.#skip();
      if (!/^[urb]{0,2}['"]/i.test(this.#source.slice(this.#at))) return first;
      const next = this.value();
      return first !== undefined && typeof next === 'string' ? first + next : undefined;
    }
    const word = /^(?:None|True|False|-?\d+(?:\.\d+)?)/.exec(rest)?.[0];
    if (word !== undefined) {
      this.#at += word.length;
      return word === 'None' ? null : word === 'True' ? true : word === 'False' ? false : Number(word);
    }
    if (rest[0] === '{') return this.#dictionary();
    return rest[0] === '(' || rest[0] === '[' ? this.#list(rest[0] === '(' ? ')' : ']') : undefined;
  }

  #text(quote: string, isRaw: boolean): string | undefined {
    let text = '';
    while (this.#at < this.#source.length) {
      if (this.#source.startsWith(quote, this.#at)) {
        this.#at += quote.length;
        return text;
      }
      const unit = this.#source[this.#at++] ?? '';
      text += unit === '\\' && !isRaw ? this.#escape() : unit;
    }
    return undefined;
  }

  #escape(): string {
    const kind = this.#source[this.#at++] ?? '';
    const width = WIDTHS[kind];
    if (width === undefined) return ESCAPES[kind] ?? (/['"\\]/.test(kind) ? kind : `\\${kind}`);
    const digits = this.#source.slice(this.#at, this.#at + width);
    this.#at += width;
    return String.fromCodePoint(Number.parseInt(digits, 16));
  }

  #dictionary(): PythonValue | undefined {
    const written = this.#list('}', ':');
    if (!written) return undefined;
    return Object.fromEntries(written.flatMap((name, at) => (at % 2 === 0 && typeof name === 'string' ? [[name, written[at + 1] ?? null]] : [])));
  }

  #list(end: string, between = ','): PythonValue[] | undefined {
    this.#at++;
    const values: PythonValue[] = [];
    for (;;) {
      this.#skip();
      if (this.#source[this.#at] === end) {
        this.#at++;
        return values;
      }
      const value = this.value();
      if (value === undefined) return undefined;
      values.push(value);
      this.#skip();
      if (this.#source[this.#at] === ',' || this.#source[this.#at] === between) this.#at++;
      else if (this.#source[this.#at] !== end) return undefined;
    }
  }
}

/** The value of a Python literal, or undefined where the text is anything else. */
export function readPythonLiteral(source: string): PythonValue | undefined {
  const reader = new Reader(source);
  const value = reader.value();
  return reader.isAtEnd ? value : undefined;
}
