import { Parser } from 'htmlparser2';
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
 * Reads browser bookmarks (Netscape HTML), and Pocket's list, which is alike, piece by piece: each folder is a tag, DD is a
 * note. Yields what each piece completed; memory does not grow with the file.
 */
export async function* readBookmarks(pieces: AsyncIterable<string>): AsyncGenerator<ImportedLink | UnreadableLink> {
  let done: (ImportedLink | UnreadableLink)[] = [];
  const folders: (string | null)[] = [];
  let heading: { text: string; builtIn: boolean } | null = null;
  let named: string | null = null;
  let link: Open | null = null;
  let into: 'heading' | 'title' | 'note' | null = null;

  const finish = (): void => {
    if (link) done.push(linkOf(link));
    link = null;
    into = null;
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'a') {
          finish();
          link = { attributes, tags: folders.filter((folder) => folder !== null), title: '', note: '' };
          into = 'title';
        } else if (name === 'h3') {
          finish();
          heading = { text: '', builtIn: BUILT_IN.some((key) => attributes[key] === 'true') };
          into = 'heading';
        } else if (name === 'dl') {
          finish();
          folders.push(named);
          named = null;
        } else if (name === 'dd') {
          into = link ? 'note' : null;
        } else if (name === 'dt') {
          finish();
        }
      },
      ontext(text) {
        if (into === 'heading' && heading) heading.text = (heading.text + text).slice(0, 500);
        else if (into === 'title' && link) link.title = (link.title + text).slice(0, 2000);
        else if (into === 'note' && link) link.note = (link.note + text).slice(0, 20_000);
      },
      onclosetag(name) {
        if (name === 'h3') {
          named = heading && !heading.builtIn ? heading.text.trim() || null : null;
          heading = null;
          into = null;
        } else if (name === 'a') {
          into = null;
        } else if (name === 'dl') {
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
