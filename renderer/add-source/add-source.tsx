import { useId, useRef } from 'react';
import type { Folder } from '../../electron/contract/model.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { LookingLine } from '../components/looking-line.tsx';
import { TextField } from '../components/text-field.tsx';
import { FolderPicker } from '../manage/folder-picker.tsx';
import { PagePanel } from '../page-source/page-panel.tsx';
import { RefusedLine } from '../sign-in/refused-line.tsx';
import { SignInFields } from '../sign-in/sign-in-fields.tsx';
import { closeDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { AddActions } from './add-actions.tsx';
import { AddError } from './add-error.tsx';
import { Candidates } from './candidates.tsx';
import { typedHost } from './typed-host.ts';
import { useAddSource } from './use-add-source.ts';
import styles from './add-source.module.css';

export interface AddSourceProps {
  /** An address to begin with. */
  readonly initial: string;
  /** It is looked at without asking. */
  readonly asks: boolean;
  readonly folders: readonly Folder[];
}

/** From any address to a followed source: type, find, choose, subscribe. Enter does the next of them. */
export function AddSource({ initial, asks, folders }: AddSourceProps) {
  const { t } = useWords();
  const add = useAddSource(initial, asks);
  const { found, chosen, page } = add;
  const noteId = useId();
  const fieldRef = useRef<HTMLInputElement>(null);

  const host = typedHost(found ? found.url : add.address);
  const stop = () => {
    add.stopFinding();
    fieldRef.current?.focus();
  };
  return (
    <Dialog title={t('add.title')} width={add.isPage ? 620 : 520} onClose={closeDialog} onSubmit={add.submit} actions={<AddActions add={add} />}>
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
        errorId={add.problem || add.error ? noteId : undefined}
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onChange={add.changeAddress}
      />
      {add.problem ? (
        <p className={styles.problem} id={noteId} role="alert">
          {t(`add.${add.problem}`)}
        </p>
      ) : null}
      {add.isFinding ? <LookingLine text={t('add.looking', { host })} hint={t('add.lookingHint')} onStop={stop} /> : null}
      {page.isLooking ? <LookingLine text={t('pageSource.looking', { host })} hint={t('pageSource.lookingHint')} onStop={stop} /> : null}
      {found && !add.isPage ? (
        <Candidates candidates={found.candidates} host={host} chosen={chosen} disabled={add.isSubscribing} onChoose={add.choose} onPage={add.pageUrl === null ? null : add.followPage} />
      ) : null}
      {add.isPage && page.preview ? (
        <>
          <div className={styles.instead}>
            <p className={styles.pageWords}>{t(page.preview.feedId !== null ? 'pageSource.followed' : found ? 'pageSource.insteadText' : 'pageSource.noFeed')}</p>
            {found ? (
              <Button kind="quiet" disabled={add.isSubscribing} onClick={add.backToFeeds}>
                {t('pageSource.backToFeeds')}
              </Button>
            ) : null}
          </div>
          <PagePanel page={page} disabled={add.isSubscribing} />
        </>
      ) : null}
      {add.isReady ? (
        <div className={styles.folder}>
          <FolderPicker label={t('add.folder')} folders={folders} choice={add.folder} onChange={add.changeFolder} disabled={add.isSubscribing} />
        </div>
      ) : null}
      {add.signIn.isRefused ? <RefusedLine host={host} id={noteId} /> : null}
      {add.error && !add.signIn.isRefused ? <AddError id={noteId} error={add.error} host={host} /> : null}
      {add.signIn.isAsked && !found && !page.preview ? (
        <SignInFields form={add.signIn.form} problem={add.signIn.problem} host={host} onChange={add.signIn.change} />
      ) : null}
    </Dialog>
  );
}
