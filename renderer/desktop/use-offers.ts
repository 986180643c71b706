import { useEffect } from 'react';
import type { Offer } from '../../electron/contract/desktop.ts';
import { showArticle } from '../alerts/alert-actions.ts';
import { afterSeen } from '../client/after-paint.ts';
import { call, onEvent, onMissed } from '../client/transport.ts';
import { changeScope } from '../state/navigate.ts';
import { showFailure } from '../state/show-failure.ts';
import { openDialog, useUi } from '../state/ui.ts';
import { takeFiles } from '../transfer/take-files.ts';

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

async function show(offer: Offer): Promise<void> {
  switch (offer.kind) {
    case 'feed':
      // Whoever wrote the link chose the address: it is asked once the person wants it.
      return openDialog({ kind: 'add', url: offer.url, asked: false });
    case 'article':
      return showArticle(offer.articleId, null);
    case 'opml':
      return takeFiles([new File([bytesOf(offer.base64)], offer.name)]);
    default:
      return offer satisfies never;
  }
}

/** Takes what waits, one after the other; while a dialog is open nothing takes its place, and the rest waits. */
function createTaker(): () => Promise<void> {
  let taking = false;
  let again = false;
  return async () => {
    again = true;
    if (taking) return;
    taking = true;
    try {
      while (again && useUi.getState().dialog === null) {
        again = false;
        // Why nothing can be asked is told where the list would be.
        const { offer } = await call('takeOffer', {}).catch(() => ({ offer: null }));
        if (!offer) break;
        again = true;
        await show(offer);
      }
    } catch (error) {
      showFailure(error);
    } finally {
      taking = false;
    }
  };
}

/** Opens what other programs hand over: links, subscription lists, and what the tray was clicked for. */
export function useOffers(): void {
  useEffect(() => {
    const take = createTaker();
    const leave = afterSeen(() => void take());
    const stopEvents = onEvent((event) => {
      if (event.kind === 'offers') void take();
      if (event.kind === 'open-unread') void changeScope({ kind: 'unread' }).catch(showFailure);
    });
    const stopMissed = onMissed(() => void take());
    const stopDialogs = useUi.subscribe((now, before) => {
      if (now.dialog === null && before.dialog !== null) void take();
    });
    return () => {
      leave();
      stopEvents();
      stopMissed();
      stopDialogs();
    };
  }, []);
}
