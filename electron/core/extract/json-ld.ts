import type { Element } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import { titleText } from '../parse/title-text.ts';
import { readTolerantJson } from '../parse/tolerant-json.ts';

/** One object of a page's linked data (schema.org in JSON-LD). */
export type LinkedNode = Readonly<Record<string, unknown>>;

const MOST_NODES = 300;
const DEEPEST = 12;
const LONGEST_SCRIPT = 500_000;
const ARTICLE = /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|BlogPosting|Report|LiveBlogPosting|SocialMediaPosting|CreativeWork)$/;

function isObject(value: unknown): value is LinkedNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every object of a page's JSON-LD, outermost first. Damaged scripts are left out. */
export function readLinkedData(elements: readonly Element[]): LinkedNode[] {
  const nodes: LinkedNode[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (nodes.length >= MOST_NODES || depth > DEEPEST) return;
    if (Array.isArray(value)) for (const entry of value) visit(entry, depth + 1);
    else if (isObject(value)) {
      nodes.push(value);
      for (const entry of Object.values(value)) if (typeof entry === 'object') visit(entry, depth + 1);
    }
  };
  for (const script of elements) {
    if (script.name !== 'script' || !/ld\+json/i.test(script.attribs['type'] ?? '')) continue;
    const text = DomUtils.textContent(script).replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '').trim();
    if (text === '' || text.length > LONGEST_SCRIPT) continue;
    try {
      visit(readTolerantJson(text).value, 0);
    } catch {
      // What is no JSON says nothing; the page's other marks stand.
    }
  }
  return nodes;
}

/** The names of a node's types. */
export function typesOf(node: LinkedNode): string[] {
  return [node['@type']].flat().filter((type): type is string => typeof type === 'string');
}

export function isArticleNode(node: LinkedNode): boolean {
  return typesOf(node).some((type) => ARTICLE.test(type));
}

/** A value as one line of text; of an object its name. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return titleText(value, true);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return textOf(value[0]);
  return isObject(value) ? textOf(value['name'] ?? value['@value']) : null;
}

/** Every text of a value that may be a list. */
export function textsOf(value: unknown): string[] {
  return [value].flat().flatMap((entry) => textOf(entry) ?? []);
}

/** The first address in a value: a text, an object's `url` or `contentUrl`, or a list of these. */
export function addressOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (Array.isArray(value)) return addressOf(value[0]);
  return isObject(value) ? addressOf(value['url'] ?? value['contentUrl'] ?? value['@id']) : null;
}
