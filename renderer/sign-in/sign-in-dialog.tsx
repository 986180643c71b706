import { useState } from 'react';
import type { CredentialsKind } from '../../electron/contract/credentials.ts';
import type { Feed } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';
import { Button } from '../components/button.tsx';
import { TaskDialog } from '../components/task-dialog.tsx';
import { useTask } from '../components/use-task.ts';
import { closeDialog, showToast } from '../state/ui.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
import { RefusedLine } from './refused-line.tsx';
import { credentialsOf, EMPTY_FORM, keyNames, problemOf } from './sign-in-form.ts';
import type { SignInProblem } from './sign-in-form.ts';
import { SignInFields } from './sign-in-fields.tsx';
import styles from './sign-in.module.css';

const HAS_WORDS = { basic: 'signIn.hasBasic', header: 'signIn.hasHeader', url: 'signIn.hasUrl' } as const satisfies Record<CredentialsKind, string>;

/** Signs a followed source in, in another way, or out. What it is signed in with is never shown. */
export function SignInDialog({ feed }: { readonly feed: Feed }) {
  const { t } = useWords();
  const keys = keyNames(feed.feedUrl);
  const [form, setForm] = useState({ ...EMPTY_FORM, kind: feed.credentials ?? (keys.length > 0 ? 'url' : 'basic') });
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const task = useTask();
  const host = URL.parse(feed.feedUrl)?.host ?? feed.title;
  // A sign-in that is not here any more is no state to tell of.
  const has = feed.credentials !== null && feed.failure?.code !== 'sign-in-missing' ? t(HAS_WORDS[feed.credentials]) : null;

  const submit = () => {
    const found = problemOf(form, keys);
    setProblem(found);
    if (found || task.busy) return;
    task.run(
      () => call('setCredentials', { feedId: feed.id, credentials: credentialsOf(form) }),
      closeDialog,
      ({ notice }) => {
        showToast({
          text: () => {
            const done = wordsNow().t('signIn.signedIn', { title: feed.title });
            return notice ? wordsNow().t('signIn.untilClosed', { done }) : done;
          },
        });
      },
    );
  };
  const signOut = () => {
    task.run(
      () => call('setCredentials', { feedId: feed.id, credentials: null }),
      closeDialog,
      () => {
        showToast({ text: () => wordsNow().t('signIn.signedOut', { title: feed.title }), final: true });
      },
    );
  };
  return (
    <TaskDialog
      title={t('signIn.title', { title: feed.title })}
      submitLabel={t(task.busy ? 'signIn.signingIn' : 'signIn.submit')}
      task={task}
      onSubmit={submit}
      onClose={closeDialog}
      error={task.error?.code === 'unauthorized' ? null : task.error}
      note={
        has ? (
          <Button kind="quiet" disabled={task.busy} onClick={signOut}>
            {t('signIn.signOut')}
          </Button>
        ) : null
      }
    >
      {has ? <p className={styles.text}>{has}</p> : null}
      <SignInFields
        form={form}
        problem={problem}
        host={host}
        keys={keys}
        onChange={(patch) => {
          setForm({ ...form, ...patch });
          setProblem(null);
        }}
      />
      {task.error?.code === 'unauthorized' ? <RefusedLine host={host} /> : null}
    </TaskDialog>
  );
}
