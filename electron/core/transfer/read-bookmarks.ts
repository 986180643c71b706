import { Parser } from 'htmlparser2';
import { ReaderError } from '../../contract/errors.ts';
import { LONGEST_NOTE, LONGEST_TITLE_BROUGHT } from '../../contract/bookmark-limits.ts';
import { importedLink, importedTime } from './imported-link.ts';
import type { ImportedLink, UnreadableLink } from './imported-link.ts';

interface Open {
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  title: string;
  note: string;
}

/** The folders that every browser has are no choice of the person's. */
const BUILT_IN = ['personal_toolbar_folder', 'unfiled_bookmarks_folder', 'bookmarks_bar'];

/**
 * More open at once than this is no list of bookmarks but an attack on the parser's stack, each step of which costs its depth.
 * Every folder leaves two elements open behind it, as browsers write them: thousands beside each other are read.
 */
const MOST_OPEN = 10_000;
/** Each is a tag of every link below it. */
const DEEPEST_FOLDER = 100;

/** A text with what follows it, until there is more than is taken: whoever cuts it there sees so. */
function grown(text: string, more: string, longest: number): string {
  return text.length > longest ? text : text + more;
}

/**
 * Reads browser bookmarks (Netscape HTML), and Pocket's list, which is alike, piece by piece: each folder is a tag, DD is a
 * note. Yields what each piece completed; memory does not grow with the file. Throws `not-links` {name} where it is nested too deeply.
 */
export async function* readBookmarks(pieces: AsyncIterable<string>, name: string): AsyncGenerator<ImportedLink | UnreadableLink> {
  let done: (ImportedLink | UnreadableLink)[] = [];
  const folders: (string | null)[] = [];
  let heading: { text: string; builtIn: boolean } | null = null;
  let named: string | null = null;
  let link: Open | null = null;
  let depth = 0;
  let into: 'heading' | 'title' | 'note' | null = null;

  const finish = (): void => {
    if (link) done.push(linkOf(link));
    link = null;
    into = null;
  };

  const parser = new Parser(
    {
      onopentag(element, attributes) {
        depth += 1;
        if (depth > MOST_OPEN || folders.length > DEEPEST_FOLDER) throw new ReaderError('not-links', `${name} is nested too deeply`, { name });
        if (element === 'a') {
          finish();
          link = { attributes, tags: folders.filter((folder) => folder !== null), title: '', note: '' };
          into = 'title';
        } else if (element === 'h3') {
          finish();
          heading = { text: '', builtIn: BUILT_IN.some((key) => attributes[key] === 'true') };
          into = 'heading';
        } else if (element === 'dl') {
          finish();
          folders.push(named);
          named = null;
        } else if (element === 'dd') {
          into = link ? 'note' : null;
        } else if (element === 'dt') {
          finish();
        }
      },
      ontext(text) {
        if (into === 'heading' && heading) heading.text = (heading.text + text).slice(0, 500);
        else if (into === 'title' && link) link.title = grown(link.title, text, LONGEST_TITLE_BROUGHT);
        else if (into === 'note' && link) link.note = grown(link.note, text, LONGEST_NOTE);
      },
      onclosetag(element) {
        depth -= 1;
        if (element === 'h3') {
          named = heading && !heading.builtIn ? heading.text.trim() || null : null;
          heading = null;
          into = null;
        } else if (element === 'a') {
          into = null;
        } else if (element === 'dl') {
          finish();
          folders.pop();
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  for await (const piece of pieces) {
    parser.write(piece);
    yield* done;
    done = [];
  }
  parser.end();
  finish();
  yield* done;
}

function linkOf({ attributes, tags, title, note }: Open): ImportedLink | UnreadableLink {
  const own = (attributes['tags'] ?? '').split(',');
  return importedLink({
    url: attributes['href'] ?? '',
    title: title.trim() || null,
    tags: [...tags, ...own],
    note,
    highlights: [],
    savedAt: importedTime(attributes['add_date'] ?? attributes['time_added'] ?? ''),
    read: null,
  });
}
