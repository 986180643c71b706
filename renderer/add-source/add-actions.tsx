import { Button } from '../components/button.tsx';
import { closeDialog, openDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import type { AddSourceState } from './use-add-source.ts';

function Primary({ add }: { readonly add: AddSourceState }) {
  const { t } = useWords();
  if (add.isPage && typeof add.page.preview?.feedId === 'number') {
    return (
      <Button size="large" kind="primary" type="submit">
        {t('pageSource.open')}
      </Button>
    );
  }
  if (add.isPage && add.page.preview) {
    return (
      <Button size="large" kind="primary" type="submit" disabled={!add.isReady || add.page.isTrying || add.isSubscribing || add.folder.newTitle?.trim() === ''}>
        {add.isSubscribing ? t('pageSource.following') : t('pageSource.follow')}
      </Button>
    );
  }
  if (add.chosen) {
    return (
      <Button size="large" kind="primary" type="submit" disabled={add.isSubscribing || add.folder.newTitle?.trim() === ''}>
        {add.isSubscribing ? t('add.subscribing') : t('add.subscribe')}
      </Button>
    );
  }
  return (
    <Button size="large" kind="primary" type="submit" disabled={add.isFinding || add.page.isLooking}>
      {add.signIn.isAsked && !add.found ? t('signIn.submit') : t('add.find')}
    </Button>
  );
}

/** The next step, and the way out. */
export function AddActions({ add }: { readonly add: AddSourceState }) {
  const { t } = useWords();
  return (
    <>
      {add.address === '' ? (
        <Button size="large" kind="quiet" onClick={() => openDialog({ kind: 'catalogue' })}>
          {t('firstRun.open')}
        </Button>
      ) : null}
      <Button size="large" onClick={closeDialog}>
        {t('common.cancel')}
      </Button>
      <Primary add={add} />
    </>
  );
}
