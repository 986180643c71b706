import { useEffect, useEffectEvent } from 'react';
import type { Feed } from '../../electron/contract/model.ts';
import type { PageRules } from '../../electron/contract/page.ts';
import { queryKeys } from '../client/queries.ts';
import { queryClient } from '../client/query-client.ts';
import { call } from '../client/transport.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { LookingLine } from '../components/looking-line.tsx';
import { useTask } from '../components/use-task.ts';
import { closeDialog, showToast } from '../state/ui.ts';
import { hostOf } from '../words/host-of.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { PagePanel } from './page-panel.tsx';
import { sameRules } from './rules-draft.ts';
import { usePageSource } from './use-page-source.ts';
import styles from './page-rules-dialog.module.css';

function changedWords({ failure }: Feed, { t }: Words): string {
  if (failure?.code !== 'page-shape-changed') return t('pageSource.changedDates');
  const { found, before } = failure?.detail ?? {};
  return typeof found === 'number' && typeof before === 'number' ? t('pageSource.changed', { found, count: before }) : t('pageSource.changedPlain');
}

/** How a followed page is read: what its rules find now, and, after it changed its shape or lost its dates, what may be its list. */
export function PageRulesDialog({ feed, rules, datesLost = false }: { readonly feed: Feed; readonly rules: PageRules; readonly datesLost?: boolean | undefined }) {
  const words = useWords();
  const { t } = words;
  const page = usePageSource();
  const using = useTask();
  const isChanged = datesLost || feed.failure?.code === 'page-shape-changed';

  const lookAtOnce = useEffectEvent(() => page.look(feed.feedUrl, { present: rules }));
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- the page is looked at as soon as the dialog stands
    lookAtOnce();
  }, []);

  const chosen = page.shown?.rules;
  const canUse = chosen !== undefined && !page.isPicking && !page.isTrying && !using.busy && (isChanged || !sameRules(chosen, rules));
  const use = () => {
    if (!canUse) return;
    using.run(
      async () => {
        const answer = await call('setPageRules', { feedId: feed.id, rules: chosen });
        await queryClient.refetchQueries({ queryKey: queryKeys.feeds });
        return answer;
      },
      closeDialog,
      ({ added }) => {
        showToast({
          text: () => wordsNow().t('pageSource.used', { source: feed.title, count: added }),
          // Of a page that changed, the rules of before find nothing to go back to.
          ...(!isChanged && {
            undo: async () => {
              await call('setPageRules', { feedId: feed.id, rules });
            },
          }),
        });
      },
    );
  };
  const host = hostOf(feed.feedUrl) ?? feed.feedUrl;
  return (
    <Dialog
      title={t('pageSource.dialogTitle', { source: feed.title })}
      width={620}
      onClose={closeDialog}
      onSubmit={use}
      actions={
        <>
          <Button size="large" onClick={closeDialog}>
            {t('common.cancel')}
          </Button>
          <Button size="large" kind="primary" type="submit" disabled={!canUse}>
            {using.busy ? t('pageSource.using') : t('pageSource.use')}
          </Button>
        </>
      }
    >
      <p className={styles.address}>{feed.feedUrl}</p>
      {isChanged ? <p className={styles.changed}>{changedWords(feed, words)}</p> : null}
      {page.isLooking ? <LookingLine text={t('pageSource.looking', { host })} hint={t('pageSource.lookingHint')} onStop={closeDialog} /> : null}
      <PagePanel page={page} disabled={using.busy} />
      {page.error ? <ErrorNote error={{ code: page.error.code, detail: { host, ...page.error.detail } }} /> : null}
      {using.error ? <ErrorNote error={using.error} /> : null}
    </Dialog>
  );
}
