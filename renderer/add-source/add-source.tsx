import { useId, useRef } from 'react';
import type { Folder } from '../../electron/contract/model.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { TextField } from '../components/text-field.tsx';
import { FolderPicker } from '../manage/folder-picker.tsx';
import { RefusedLine } from '../sign-in/refused-line.tsx';
import { SignInFields } from '../sign-in/sign-in-fields.tsx';
import { closeDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { Candidates } from './candidates.tsx';
import { LookingLine } from './looking-line.tsx';
import { openFeed } from './open-feed.ts';
import { typedHost } from './typed-host.ts';
import { useAddSource } from './use-add-source.ts';
import styles from './add-source.module.css';

export interface AddSourceProps {
  /** An address to begin with; looked at without asking. */
  readonly initial: string;
  readonly folders: readonly Folder[];
}

/** From any address to a followed source: type, find, choose, subscribe. Enter does the next of them. */
export function AddSource({ initial, folders }: AddSourceProps) {
  const { t } = useWords();
  const add = useAddSource(initial);
  const { found, chosen, error } = add;
  const noteId = useId();
  const fieldRef = useRef<HTMLInputElement>(null);

  const host = typedHost(found ? found.url : add.address);
  const hasNoFeed = found !== null && found.candidates.length === 0;
  const knownId = error?.code === 'already-subscribed' ? error.detail['feedId'] : null;
  const actions = (
    <>
      <Button size="large" onClick={closeDialog}>
        {t('common.cancel')}
      </Button>
      {chosen ? (
        <Button size="large" kind="primary" type="submit" disabled={add.isSubscribing || add.folder.newTitle?.trim() === ''}>
          {add.isSubscribing ? t('add.subscribing') : t('add.subscribe')}
        </Button>
      ) : (
        <Button size="large" kind="primary" type="submit" disabled={add.isFinding}>
          {add.signIn.isAsked && !found ? t('signIn.submit') : t('add.find')}
        </Button>
      )}
    </>
  );
  return (
    <Dialog title={t('add.title')} onClose={closeDialog} onSubmit={add.submit} actions={actions}>
      <TextField
        ref={fieldRef}
        label={t('add.address')}
        icon="link"
        size="large"
        value={add.address}
        placeholder={t('add.placeholder')}
        inputMode="url"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        readOnly={add.isSubscribing}
        errorId={add.isEmpty || error || hasNoFeed ? noteId : undefined}
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onChange={add.changeAddress}
      />
      {add.isEmpty ? (
        <p className={styles.problem} id={noteId} role="alert">
          {t('add.empty')}
        </p>
      ) : null}
      {add.isFinding ? (
        <LookingLine
          host={host}
          onStop={() => {
            add.stopFinding();
            fieldRef.current?.focus();
          }}
        />
      ) : null}
      {found && !hasNoFeed ? <Candidates candidates={found.candidates} host={host} chosen={chosen} disabled={add.isSubscribing} onChoose={add.choose} /> : null}
      {chosen ? (
        <div className={styles.folder}>
          <FolderPicker label={t('add.folder')} folders={folders} choice={add.folder} onChange={add.changeFolder} disabled={add.isSubscribing} />
        </div>
      ) : null}
      {hasNoFeed ? <ErrorNote id={noteId} error={{ code: 'no-feed-found', detail: { host } }} /> : null}
      {add.signIn.isRefused ? <RefusedLine host={host} id={noteId} /> : null}
      {error && !add.signIn.isRefused ? (
        <ErrorNote
          id={noteId}
          error={{ code: error.code, detail: { ...error.detail, host: error.detail['host'] ?? host } }}
          actions={
            typeof knownId === 'number' ? (
              <Button
                onClick={() => {
                  openFeed(knownId);
                }}
              >
                {t('add.open')}
              </Button>
            ) : null
          }
        />
      ) : null}
      {add.signIn.isAsked && !found ? (
        <SignInFields form={add.signIn.form} problem={add.signIn.problem} host={host} onChange={add.signIn.change} />
      ) : null}
    </Dialog>
  );
}
