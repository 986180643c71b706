/** A class as we name it: whole where people wrote it, by its stem where a build did. */
export interface ClassStem {
  readonly text: string;
  /** What follows the stem changes from build to build. */
  readonly hashed: boolean;
}

const LONGEST_CLASS = 80;
const LONGEST_LIST = 600;
/** Classes that say where an element stands or what state it is in, not what it is. */
const STATES = /^(?:is-|has-)?(?:odd|even|first|last|active|current|selected|on|off|hover|open|closed|new|hot|top|sticky|featured|visible|hidden|show|hide|fade|in|alt|cur|now|clear|clearfix|cf|lazy|lazyload|lazyloaded|animated|wow|read|unread|sel|this)$/i;
/** What WordPress and Drupal say of one post. */
const OF_ONE = /^(?:post|node|item|entry|article|nid|id|menu-item|page-item|views-row|row|col|tr|li|i|no|n|line|list|art)[-_]?\d+$|^(?:category|tag|author|format|status|type|topic|term|taxonomy|has-post|hentry|sector|commodity|region)-/i;
const UTILITY = /^(?:(?:sm|md|lg|xl|xs|2xl|hover|focus|dark|group|first|last):|(?:col|row|m|p|mt|mb|ml|mr|mx|my|pt|pb|pl|pr|px|py|w|h|gap|space|text|bg|border|rounded|shadow|font|leading|tracking|z|order|offset|flex|grid|d|float|justify|items|align|self|overflow|min|max|top|left|right|bottom|opacity|u|wow)-)/i;

/** Whether letters and digits read as the output of a hash: mixed as no word is. */
function isHash(text: string): boolean {
  if (!/^[A-Za-z0-9_-]{4,12}$/.test(text)) return false;
  const body = text.replace(/[-_]/g, '');
  const inner = /[a-z][A-Z]/.test(body) && /[A-Z][a-z]?[A-Z]|[A-Z]$/.test(body.slice(1));
  return (/\d/.test(body) && /[A-Za-z]/.test(body) && !/^[a-z]+\d{1,2}$/i.test(body)) || inner;
}

function stemOf(name: string): ClassStem | null {
  // CSS modules: newsItem___wZtKx, list_title__3xYzA, styles-module--card--1a2b3.
  const cut = Math.max(name.lastIndexOf('__'), name.lastIndexOf('--')) + 2;
  const [stem, tail] = [name.slice(0, cut), name.slice(cut)];
  const shaped = tail.length === 5 && /^[A-Za-z0-9+-]+$/.test(tail) && (stem.endsWith('___') || /^[A-Za-z0-9]+_[A-Za-z0-9-]+__$/.test(stem) && !/^[a-z]+$/.test(tail));
  if (cut > 3 && /[A-Za-z]/.test(stem) && (shaped || isHash(tail))) return { text: stem, hashed: true };
  if (/^(?:css|sc|jsx|jss|svelte|emotion|e|makeStyles|tw)-?[\w-]*\d[\w-]*$/.test(name) || /^sc-[a-zA-Z]{5,8}$/.test(name)) return null;
  const jss = /^([A-Za-z][A-Za-z-]*-)\d+(?:-\d+)*$/.exec(name);
  if (jss?.[1]) return name.length - jss[1].length > 2 ? { text: jss[1], hashed: true } : null;
  const single = /^([A-Za-z][A-Za-z_]*[-_])([A-Za-z0-9]{5,10})$/.exec(name);
  if (single?.[1] && single[2] && /\d/.test(single[2]) && isHash(single[2])) return { text: single[1], hashed: true };
  if (/^_?[A-Za-z0-9_-]{5,8}$/.test(name) && isHash(name.replace(/^_/, ''))) return null;
  return { text: name, hashed: false };
}

/** The classes of an element by which others of its kind can be known, those that people wrote for the purpose first. */
export function classStems(value: string | undefined): readonly ClassStem[] {
  if (!value) return [];
  const names = value.slice(0, LONGEST_LIST).split(/\s+/).filter((name) => name !== '' && name.length <= LONGEST_CLASS && !STATES.test(name) && !OF_ONE.test(name));
  const stems = names.flatMap((name) => stemOf(name) ?? []);
  const telling = stems.filter(({ text }) => !UTILITY.test(text) && /^-?[A-Za-z_\u0080-\uffff]/.test(text));
  const utilities = stems.filter((stem) => !telling.includes(stem) && /^[A-Za-z_][\w-]*$/.test(stem.text));
  return [...telling, ...utilities].slice(0, 12);
}
