import type { Element } from 'domhandler';
import { foldText } from '../parse/page/element-text.ts';

/** What a page's meta elements say, by name, property or itemprop in lower case. */
export class MetaValues {
  readonly #values = new Map<string, string[]>();

  constructor(elements: readonly Element[]) {
    for (const { name, attribs } of elements) {
      if (name !== 'meta') continue;
      const content = foldText((attribs['content'] ?? '').slice(0, 4000));
      if (content === '') continue;
      const keys = `${attribs['property'] ?? ''} ${attribs['name'] ?? ''} ${attribs['itemprop'] ?? ''}`.toLowerCase();
      for (const key of new Set(keys.split(/\s+/).filter(Boolean))) this.#values.set(key, [...(this.#values.get(key) ?? []), content].slice(0, 50));
    }
  }

  /** The first value under the first of these names that has one. */
  first(...names: readonly string[]): string | null {
    for (const name of names) {
      const value = this.#values.get(name)?.[0];
      if (value !== undefined) return value;
    }
    return null;
  }

  all(...names: readonly string[]): string[] {
    return names.flatMap((name) => this.#values.get(name) ?? []);
  }
}
