import { useEffect } from 'react';
import { afterSeen } from '../client/after-paint.ts';
import { settingsNow, useAppInfo } from '../client/queries.ts';
import { call, onEvent, onMissed } from '../client/transport.ts';
import type { Notice } from '../../electron/contract/watch.ts';
import { openPage } from '../state/navigate.ts';
import { showFailure } from '../state/show-failure.ts';
import { showToast } from '../state/ui.ts';
import { wordsNow } from '../words/use-words.ts';
import { showArticle } from './alert-actions.ts';
import { alertWhy } from './alert-why.ts';

function show(notice: Notice): void {
  const many = notice.count > 1;
  const watch = notice.reasons.find(({ kind }) => kind === 'watch');
  const open = (): void => {
    if (many) openPage('alerts', true);
    else void showArticle(notice.articleId, watch?.id ?? null).catch(showFailure);
  };
  const why = (): string => alertWhy(notice.reasons, wordsNow());
  const text = (): string => (many ? wordsNow().t('alerts.toastMany', { count: notice.count }) : wordsNow().t('alerts.toast', { title: notice.articleTitle, why: why() }));
  showToast({ text, action: { label: () => wordsNow().t('alerts.show'), run: open } });
  // Only where the person allowed it; a tab in the background shows no toast.
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted' || !document.hidden) return;
  const shown = new Notification(many ? text() : notice.articleTitle, { body: why(), tag: `alert-${notice.alertIds[0] ?? 0}` });
  shown.addEventListener('click', () => {
    window.focus();
    open();
    shown.close();
  });
}

async function take(): Promise<void> {
  if (settingsNow()?.alerts.notify === false) return;
  // Nobody asked for them: why nothing can be asked is told where the list would be.
  const { notices } = await call('takeNotices', {}).catch(() => ({ notices: [] }));
  for (const notice of notices) show(notice);
}

/** Shows what is due in the window itself, where no door does so with the system's notifications; and opens what one of these was clicked for. */
export function useNotices(): void {
  const door = useAppInfo().data?.door;
  useEffect(() => {
    if (door === undefined) return undefined;
    const own = door !== 'electron';
    const taking = (): void => {
      if (own) void take();
    };
    const leave = afterSeen(taking);
    const stopMissed = onMissed(taking);
    const stopEvents = onEvent((event) => {
      if (event.kind === 'alerts') taking();
      if (event.kind === 'open') void showArticle(event.articleId, null).catch(showFailure);
    });
    return () => {
      leave();
      stopEvents();
      stopMissed();
    };
  }, [door]);
}
