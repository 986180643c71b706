import type { Eviction } from '../../electron/contract/offline.ts';
import { useEviction, useStorage } from '../client/offline-queries.ts';
import { Button } from '../components/button.tsx';
import { Strip } from '../components/strip.tsx';
import { showSettings } from '../desktop/show-settings.ts';
import { freeSpace } from '../state/preparing.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';

/** What must be free for new images to be kept again, bytes. */
const ROOM = 2_000_000_000;

/** How many articles it touches, of which some may be wanted, and what it cannot do. */
function whatGoes({ articles, wanted, bytes, short }: Eviction, { t, format }: Words): (string | null)[] {
  if (bytes === 0) return [t('ready.freeNone')];
  return [
    t('ready.freeCount', { count: articles }),
    wanted > 0 ? t('ready.freeWanted', { count: wanted }) : null,
    short > 0 ? t('ready.freeShort', { size: format.bytes(short) }) : null,
  ];
}

/** Where the disk is nearly full: what is no longer kept, and how much one button frees. Says nothing else. */
export function StorageStrip({ inSettings = false }: { readonly inSettings?: boolean }) {
  const words = useWords();
  const { t, format } = words;
  const { data: storage } = useStorage();
  const short = storage?.short ?? null;
  const left = storage?.disk?.free ?? 0;
  const wanted = short === null ? null : ROOM - left;
  const { data: eviction } = useEviction(wanted);
  if (short === null) return null;
  const more = eviction ? whatGoes(eviction, words) : [];
  return (
    <div role="alert">
      <Strip
        icon="drive"
        title={t('ready.freeLeft', { size: format.bytes(left) })}
        text={[t(short === 'images' ? 'ready.shortImages' : 'ready.shortTexts'), ...more].filter(Boolean).join(t('row.joiner'))}
        actions={
          <>
            {eviction && eviction.bytes > 0 && wanted !== null ? (
              <Button title={t('ready.freeHint', { count: eviction.articles })} onClick={() => void freeSpace(wanted)}>
                {t('ready.free', { size: format.bytes(eviction.bytes) })}
              </Button>
            ) : null}
            {inSettings ? null : (
              <Button kind="quiet" onClick={() => showSettings({ section: 'storage' })}>
                {t('ready.settings')}
              </Button>
            )}
          </>
        }
      />
    </div>
  );
}
