import { Parser } from 'htmlparser2';
import { hold } from './fuzz-target.ts';

/** Attributes that an article may have, by what they may hold. */
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  href: /^(?:https?:\/\/[^\s]|mailto:)/,
  src: /^img\/[0-9a-f]{32}$/,
  width: /^\d{1,4}$/,
  height: /^\d{1,4}$/,
};
const FREE = new Set(['alt', 'lang', 'title', 'datetime', 'colspan', 'rowspan', 'scope', 'start', 'reversed', 'value']);
const FORBIDDEN = new Set(['script', 'style', 'iframe', 'object', 'embed', 'form', 'input', 'button', 'svg', 'math', 'link', 'meta', 'base', 'template', 'textarea', 'select', 'noscript', 'video', 'audio', 'source', 'picture', 'frame', 'frameset', 'applet', 'xmp', 'plaintext']);

/** Throws where HTML that is about to be stored could run, ask the network, or leave its place. Reads it with a parser, not with the sanitizer's own eyes. */
export function holdSafe(html: string): void {
  const parser = new Parser({
    onopentag: (name, attributes) => {
      hold(!FORBIDDEN.has(name), 'an element that may not be', name);
      for (const [attribute, value] of Object.entries(attributes)) {
        const pattern = Object.hasOwn(ATTRIBUTES, attribute) ? ATTRIBUTES[attribute] : undefined;
        hold(pattern ? pattern.test(value) : FREE.has(attribute), 'an attribute that may not be', `${name} ${attribute}=${value}`);
      }
    },
    oncomment: (text) => hold(false, 'a comment', text),
    onprocessinginstruction: (name) => hold(false, 'an instruction', name),
  });
  parser.end(html);
}
