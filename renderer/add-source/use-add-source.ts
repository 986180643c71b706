import { useEffect, useEffectEvent, useState } from 'react';
import type { ArgsOf } from '../../electron/contract/api.ts';
import { ReaderError } from '../../electron/contract/errors.ts';
import type { Discovery, FeedCandidate } from '../../electron/contract/discovery.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { queryKeys } from '../client/queries.ts';
import { queryClient } from '../client/query-client.ts';
import { call } from '../client/transport.ts';
import { useTask } from '../components/use-task.ts';
import { NO_FOLDER } from '../manage/folder-options.ts';
import { pickedFolder } from '../manage/picked-folder.ts';
import type { FolderChoice } from '../manage/picked-folder.ts';
import { usePageSource } from '../page-source/use-page-source.ts';
import type { PageSource } from '../page-source/use-page-source.ts';
import { useSignIn } from '../sign-in/use-sign-in.ts';
import type { SignIn } from '../sign-in/use-sign-in.ts';
import { showToast } from '../state/ui.ts';
import { wordsNow } from '../words/use-words.ts';
import { firstChoice } from './first-choice.ts';
import { openFeed } from './open-feed.ts';

export interface AddSourceState {
  readonly address: string;
  /** The feeds found at the address; null before, where there is none, and again when it is changed. */
  readonly found: Discovery | null;
  readonly chosen: FeedCandidate | null;
  readonly folder: FolderChoice;
  /** The page itself is to be followed: for want of a feed, or by choice. */
  readonly isPage: boolean;
  readonly page: PageSource;
  /** The page that names the feeds; null where the address is a feed's own. */
  readonly pageUrl: string | null;
  /** Something is chosen that can be followed. */
  readonly isReady: boolean;
  readonly signIn: SignIn;
  readonly isFinding: boolean;
  readonly isSubscribing: boolean;
  /** Enter was pressed with nothing typed, or with more than one address. */
  readonly problem: 'empty' | 'several' | null;
  readonly error: ReaderError | null;
  readonly changeAddress: (address: string) => void;
  readonly choose: (candidate: FeedCandidate) => void;
  readonly changeFolder: (folder: FolderChoice) => void;
  readonly followPage: () => void;
  readonly backToFeeds: () => void;
  readonly stopFinding: () => void;
  /** The next step: find, or subscribe to what is chosen. */
  readonly submit: () => void;
}

/** The feeds at an address, or why it has none, so that the page itself may be followed: HTML that names none, or a list in JSON. */
async function discoverAt(args: ArgsOf<'discover'>): Promise<Discovery | ReaderError> {
  try {
    return await call('discover', args);
  } catch (error) {
    const known = asReaderError(error);
    if (known.code === 'no-feed-found' || known.code === 'not-a-feed') return known;
    throw known;
  }
}

/** The steps from an address to a followed source, the first taken at once where `asks`. What was typed is never lost. */
export function useAddSource(initial: string, asks: boolean): AddSourceState {
  const [address, setAddress] = useState(initial);
  const [found, setFound] = useState<Discovery | null>(null);
  const [chosen, setChosen] = useState<FeedCandidate | null>(null);
  const [folder, setFolder] = useState<FolderChoice>({ value: NO_FOLDER, newTitle: null });
  const [problem, setProblem] = useState<AddSourceState['problem']>(null);
  const [isPage, setPage] = useState(false);
  const [noFeed, setNoFeed] = useState<ReaderError | null>(null);
  const page = usePageSource();
  const finding = useTask();
  const subscribing = useTask();
  // Of what is neither feed nor page, that it is no feed says more, but for why the page shows no list.
  const pageError = page.error?.code === 'no-list-found' && page.error.detail['reason'] === undefined && noFeed?.code === 'not-a-feed' ? noFeed : page.error;
  const error = finding.error ?? (isPage ? pageError : null) ?? subscribing.error;
  const signIn = useSignIn(error?.code ?? null);

  const find = () => {
    const typed = address.trim();
    // A list that was pasted stands in the field in one line, and would be asked for as one address.
    const wrong = typed === '' ? 'empty' : /\s(?:https?|feed):\/\//iu.test(typed) ? 'several' : null;
    setProblem(wrong);
    if (wrong) return;
    subscribing.reset();
    page.reset();
    setPage(false);
    finding.run(
      () => discoverAt({ url: typed, ...signIn.args }),
      (answer) => {
        const isNone = answer instanceof ReaderError;
        setFound(isNone ? null : answer);
        setChosen(isNone ? null : firstChoice(answer.candidates));
        setNoFeed(isNone ? answer : null);
        setPage(isNone);
        if (isNone) page.look(typed, { signIn: signIn.args });
      },
    );
  };
  const subscribe = (args: Pick<ArgsOf<'subscribe'>, 'url' | 'page'>) => {
    subscribing.run(
      async () => {
        const folderId = await pickedFolder(folder, setFolder);
        const answer = await call('subscribe', { ...args, folder: folderId, ...signIn.args });
        // The window leaves a scope that its sources do not hold, so they come first.
        await queryClient.refetchQueries({ queryKey: queryKeys.feeds });
        return answer;
      },
      ({ feedId, feed, added, notice }) => {
        openFeed(feedId);
        showToast({
          text: () => {
            const { t: now } = wordsNow();
            const done = now('add.subscribed', { title: feed.title, count: added });
            return notice ? now('signIn.untilClosed', { done }) : done;
          },
          undo: async () => {
            await call('unsubscribe', { feedId });
          },
        });
      },
    );
  };
  const findAtOnce = useEffectEvent(() => {
    if (asks && initial.trim() !== '') find();
  });
  useEffect(() => {
    // The address came with the request: as if it had been typed, and Enter pressed.
    // oxlint-disable-next-line react/set-state-in-effect
    findAtOnce();
  }, []);

  const isOwnFeed = found?.candidates.some(({ feedUrl }) => feedUrl === found.url) ?? false;
  const pageUrl = found && !isOwnFeed ? found.url : null;
  const shown = isPage && page.preview?.feedId === null && !page.isPicking ? page.shown : null;
  return {
    address,
    found,
    chosen,
    folder,
    isPage,
    page,
    pageUrl,
    isReady: isPage ? shown !== null : chosen !== null,
    isFinding: finding.busy,
    isSubscribing: subscribing.busy,
    problem,
    signIn,
    error,
    choose: setChosen,
    changeFolder: setFolder,
    followPage: () => {
      if (pageUrl === null) return;
      subscribing.reset();
      setPage(true);
      page.look(pageUrl, { signIn: signIn.args });
    },
    backToFeeds: () => {
      subscribing.reset();
      page.reset();
      setPage(false);
    },
    stopFinding: () => {
      finding.reset();
      page.reset();
      setPage(false);
    },
    changeAddress: (value) => {
      setAddress(value);
      setProblem(null);
      setFound(null);
      setChosen(null);
      setPage(false);
      page.reset();
      finding.reset();
      subscribing.reset();
      signIn.reset();
    },
    submit: () => {
      if (finding.busy || subscribing.busy || page.isLooking || page.isTrying || !signIn.check()) return;
      if (isPage && page.preview) {
        if (page.preview.feedId !== null) openFeed(page.preview.feedId);
        else if (shown) subscribe({ url: page.preview.url, page: shown.rules });
      } else if (found && chosen) subscribe({ url: chosen.feedUrl });
      else find();
    },
  };
}
