import type { Feed } from '../../electron/contract/model.ts';
import { Button } from '../components/button.tsx';
import { Strip } from '../components/strip.tsx';
import { openAddress } from '../state/article-actions.ts';
import { refresh } from '../state/list-actions.ts';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { GapStrip } from './gap-strip.tsx';
import { dayStart } from './list-items.ts';

/** Where asking again cannot help, the site itself is the way to go. */
const SITE_CODES: ReadonlySet<string> = new Set(['gone', 'not-found', 'unauthorized', 'forbidden', 'not-a-feed', 'no-feed-found']);

/** The time of today, the date of other days. */
function sinceWhen(at: number, { format }: Words): string {
  return dayStart(at) === dayStart(Date.now()) ? format.time(at) : format.date(at);
}

/** Above the list of one source: that it fails and why, or that it may have gaps. Nothing where all is well. */
export function SourceStrip({ feed }: { readonly feed: Feed }) {
  const words = useWords();
  const { t, format } = words;
  const { failure, siteUrl, nextAt, gap } = feed;
  if (failure) {
    const { title, cause } = errorWords(failure, words);
    const next = nextAt === null ? (failure.code === 'gone' ? '' : t('failing.noNextTry')) : t('failing.nextTry', { time: format.timeOrDate(nextAt) });
    const atSite = SITE_CODES.has(failure.code) && siteUrl !== null;
    return (
      <Strip
        icon="broken"
        tone="failing"
        title={t('failing.titleSince', { title, date: sinceWhen(failure.since, words) })}
        text={[cause, next].filter(Boolean).join(t('row.joiner'))}
        actions={
          <>
            {atSite ? (
              <Button kind="primary" onClick={() => openAddress(siteUrl)}>
                {t('failing.openSite')}
              </Button>
            ) : null}
            <Button kind={atSite ? 'plain' : 'primary'} onClick={() => void refresh({ kind: 'feed', id: feed.id })}>
              {t('failing.refreshNow')}
            </Button>
          </>
        }
      />
    );
  }
  return gap ? <GapStrip key={feed.id} feed={feed} gap={gap} /> : null;
}
