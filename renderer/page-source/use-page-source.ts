import { useEffect, useRef, useState } from 'react';
import type { ArgsOf } from '../../electron/contract/api.ts';
import type { ReaderError } from '../../electron/contract/errors.ts';
import type { PageLink, PageList, PagePreview, PageRules } from '../../electron/contract/page.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { call } from '../client/transport.ts';
import { useTask } from '../components/use-task.ts';
import { emptyPart, sameRules } from './rules-draft.ts';

/** A pause in the writing of a rule after which it is tried. */
const PAUSE_MS = 350;

export interface LookOptions {
  readonly present?: PageRules;
  readonly signIn?: Pick<ArgsOf<'previewPage'>, 'credentials'>;
}

export interface PageSource {
  /** Null until the page has been read. */
  readonly preview: PagePreview | null;
  /** What can be chosen: the list as it is read now where there is one, those found, those pointed at. */
  readonly lists: readonly PageList[];
  /** The list by which a followed page is read now, as it finds the page; null for a page that is not followed yet. */
  readonly present: PageList | null;
  readonly chosen: PageList | null;
  /** The rules as they are written now. */
  readonly rules: PageRules | null;
  /** What these rules take; null while they are tried, and where they find nothing. */
  readonly shown: PageList | null;
  /** What was shown last: it stays in sight, so that nothing moves under the writer. */
  readonly last: PageList | null;
  readonly isLooking: boolean;
  readonly isTrying: boolean;
  readonly isPointing: boolean;
  /** A headline is being looked for, to say which list is meant; nothing is chosen meanwhile. */
  readonly isPicking: boolean;
  /** Why the page could not be read, the link is in no list, the rules cannot be used. */
  readonly error: ReaderError | null;
  readonly pointError: ReaderError | null;
  readonly ruleError: ReaderError | null;
  /** `signIn`: where the page asks for one; the engine remembers it for what follows. */
  readonly look: (url: string, options?: LookOptions) => void;
  readonly reset: () => void;
  readonly choose: (list: PageList) => void;
  readonly pick: (isPicking: boolean) => void;
  readonly pointAt: (link: PageLink) => void;
  readonly write: (rules: PageRules) => void;
  readonly resetRules: () => void;
}

interface State extends Pick<PageSource, 'preview' | 'lists' | 'present' | 'chosen' | 'rules' | 'shown' | 'last' | 'isPicking'> {
  /** Written, and not tried yet. */
  readonly isWaiting: boolean;
}

const NOTHING: State = { preview: null, lists: [], present: null, chosen: null, rules: null, shown: null, last: null, isWaiting: false, isPicking: false };
const NONE_FOUND = { heading: null, items: [], itemCount: 0, filled: { title: 0, link: 0, date: 0, summary: 0 }, confidence: 'sure' } as const;
const BY_HAND: PageRules = { kind: 'html', item: '', title: null, link: null, date: null, summary: null };

/** The page, and, of one that is followed, what its present rules find. A page without any list that is followed has those rules still. */
async function read(url: string, { present, signIn }: LookOptions): Promise<{ preview: PagePreview; present: PageList | null }> {
  if (!present) return { preview: await call('previewPage', { url, ...signIn }), present: null };
  const found = await call('previewPage', { url }).catch((error: unknown) => {
    const known = asReaderError(error);
    if (known.code !== 'no-list-found') throw known;
    return null;
  });
  const now = await call('previewPage', { url: found?.url ?? url, rules: present });
  return { preview: found ?? now, present: now.lists[0] ?? { rules: present, ...NONE_FOUND } };
}

/** A page on its way to be followed, or to be read otherwise: what it holds, what is chosen of it, what rules would take. */
export function usePageSource(): PageSource {
  const [state, setState] = useState<State>(NOTHING);
  const looking = useTask();
  const pointing = useTask();
  const trying = useTask();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const stopTrying = () => {
    clearTimeout(timer.current);
    trying.reset();
  };
  const choose = (list: PageList) => {
    stopTrying();
    const shown = list.itemCount > 0 ? list : null;
    setState((held) => ({ ...held, chosen: list, rules: list.rules, shown, last: shown, isWaiting: false, isPicking: false }));
  };
  const tryRules = (url: string, rules: PageRules) => {
    trying.run(
      () => call('previewPage', { url, rules }),
      ({ lists }) => {
        setState((held) => ({ ...held, shown: lists[0] ?? null, last: lists[0] ?? null }));
      },
    );
  };

  return {
    ...state,
    isLooking: looking.busy,
    isTrying: trying.busy || state.isWaiting,
    isPointing: pointing.busy,
    error: looking.error,
    pointError: pointing.error,
    ruleError: trying.error,
    choose,
    look: (url, options = {}) => {
      stopTrying();
      pointing.reset();
      setState(NOTHING);
      looking.run(
        () => read(url, options),
        ({ preview, present }) => {
          const others = preview.lists.filter(({ rules }) => !present || !sameRules(rules, present.rules));
          const lists = present ? [present, ...others] : others;
          const first = lists.find(({ itemCount }) => itemCount > 0) ?? lists[0] ?? null;
          const shown = first && first.itemCount > 0 ? first : null;
          setState({ preview, lists, present, chosen: first, rules: first?.rules ?? BY_HAND, shown, last: shown, isWaiting: false, isPicking: lists.length === 0 });
        },
      );
    },
    reset: () => {
      stopTrying();
      looking.reset();
      pointing.reset();
      setState(NOTHING);
    },
    pick: (isPicking) => {
      pointing.reset();
      setState((held) => ({ ...held, isPicking }));
    },
    pointAt: ({ title, url }) => {
      const { preview } = state;
      if (!preview) return;
      pointing.run(
        () => call('previewPage', { url: preview.url, example: { title, url } }),
        ({ lists: [list] }) => {
          if (!list) return;
          const known = state.lists.find(({ rules }) => sameRules(rules, list.rules));
          if (!known) setState((held) => ({ ...held, lists: [...held.lists, list] }));
          choose(known ?? list);
        },
      );
    },
    write: (rules) => {
      stopTrying();
      const isWhole = emptyPart(rules) === null;
      setState((held) => ({ ...held, rules, shown: null, isWaiting: isWhole }));
      const url = state.preview?.url;
      if (!isWhole || url === undefined) return;
      timer.current = setTimeout(() => {
        setState((held) => ({ ...held, isWaiting: false }));
        tryRules(url, rules);
      }, PAUSE_MS);
    },
    resetRules: () => {
      if (state.chosen) choose(state.chosen);
      else setState((held) => ({ ...held, rules: BY_HAND, shown: null, last: null, isWaiting: false }));
    },
  };
}
