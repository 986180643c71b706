import { useEffect, useEffectEvent, useState } from 'react';
import type { ReaderError } from '../../electron/contract/errors.ts';
import type { Discovery, FeedCandidate } from '../../electron/contract/model.ts';
import { queryKeys } from '../client/queries.ts';
import { queryClient } from '../client/query-client.ts';
import { call } from '../client/transport.ts';
import { useTask } from '../components/use-task.ts';
import { NO_FOLDER } from '../manage/folder-options.ts';
import { pickedFolder } from '../manage/picked-folder.ts';
import type { FolderChoice } from '../manage/picked-folder.ts';
import { useSignIn } from '../sign-in/use-sign-in.ts';
import type { SignIn } from '../sign-in/use-sign-in.ts';
import { showToast } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { firstChoice } from './first-choice.ts';
import { openFeed } from './open-feed.ts';

export interface AddSourceState {
  readonly address: string;
  /** What was found at the address; null before, and again when it is changed. */
  readonly found: Discovery | null;
  readonly chosen: FeedCandidate | null;
  readonly folder: FolderChoice;
  readonly signIn: SignIn;
  readonly isFinding: boolean;
  readonly isSubscribing: boolean;
  /** Enter was pressed with nothing typed. */
  readonly isEmpty: boolean;
  readonly error: ReaderError | null;
  readonly changeAddress: (address: string) => void;
  readonly choose: (candidate: FeedCandidate) => void;
  readonly changeFolder: (folder: FolderChoice) => void;
  readonly stopFinding: () => void;
  /** The next step: find, or subscribe to what is chosen. */
  readonly submit: () => void;
}

/** The steps from an address to a followed source. What was typed is never lost. */
export function useAddSource(initial: string): AddSourceState {
  const { t } = useWords();
  const [address, setAddress] = useState(initial);
  const [found, setFound] = useState<Discovery | null>(null);
  const [chosen, setChosen] = useState<FeedCandidate | null>(null);
  const [folder, setFolder] = useState<FolderChoice>({ value: NO_FOLDER, newTitle: null });
  const [isEmpty, setEmpty] = useState(false);
  const finding = useTask();
  const subscribing = useTask();
  const error = finding.error ?? subscribing.error;
  const signIn = useSignIn(error?.code ?? null);

  const find = () => {
    const typed = address.trim();
    setEmpty(typed === '');
    if (typed === '') return;
    subscribing.reset();
    finding.run(
      () => call('discover', { url: typed, ...signIn.args }),
      (discovery) => {
        setFound(discovery);
        setChosen(firstChoice(discovery.candidates));
      },
    );
  };
  const subscribe = (candidate: FeedCandidate) => {
    subscribing.run(
      async () => {
        const folderId = await pickedFolder(folder, setFolder);
        const answer = await call('subscribe', { url: candidate.feedUrl, folder: folderId, ...signIn.args });
        // The window leaves a scope that its sources do not hold, so they come first.
        await queryClient.refetchQueries({ queryKey: queryKeys.feeds });
        return answer;
      },
      ({ feedId, feed, added, notice }) => {
        openFeed(feedId);
        const done = t('add.subscribed', { title: feed.title, count: added });
        showToast({
          text: notice ? t('signIn.untilClosed', { done }) : done,
          undo: async () => {
            await call('unsubscribe', { feedId });
          },
        });
      },
    );
  };
  const findAtOnce = useEffectEvent(() => {
    if (initial.trim() !== '') find();
  });
  useEffect(() => {
    // The address came with the request: as if it had been typed, and Enter pressed.
    // oxlint-disable-next-line react/set-state-in-effect
    findAtOnce();
  }, []);

  return {
    address,
    found,
    chosen,
    folder,
    isFinding: finding.busy,
    isSubscribing: subscribing.busy,
    isEmpty,
    signIn,
    error,
    choose: setChosen,
    changeFolder: setFolder,
    stopFinding: finding.reset,
    changeAddress: (value) => {
      setAddress(value);
      setEmpty(false);
      setFound(null);
      setChosen(null);
      finding.reset();
      subscribing.reset();
      signIn.reset();
    },
    submit: () => {
      if (finding.busy || subscribing.busy || !signIn.check()) return;
      if (found && chosen) subscribe(chosen);
      else find();
    },
  };
}
