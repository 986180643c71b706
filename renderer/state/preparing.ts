import { call } from '../client/transport.ts';
import { wordsNow } from '../words/use-words.ts';
import { showFailure } from './show-failure.ts';
import { announce, showToast } from './ui.ts';

/** Makes ready what is to be read offline; says at the end whether everything is. */
export async function prepare(retry: boolean): Promise<void> {
  const { t } = wordsNow();
  try {
    const { ready, notReadyCount } = await call('prepare', { retry });
    announce(ready ? t('ready.ended') : t('ready.endedShort', { count: notReadyCount }));
  } catch (error) {
    showFailure(error);
  }
}

export async function cancelPrepare(): Promise<void> {
  try {
    await call('cancelPrepare', {});
  } catch (error) {
    showFailure(error);
  }
}

/** Frees about so many bytes, the oldest first; what of it can be had again comes with Prepare, so that nothing is undone. */
export async function freeSpace(free: number): Promise<void> {
  try {
    const { bytes, short } = await call('evict', { free });
    showToast({ text: () => wordsNow().t(short > 0 ? 'ready.freedShort' : 'ready.freed', { size: wordsNow().format.bytes(bytes) }), final: true });
  } catch (error) {
    showFailure(error);
  }
}
