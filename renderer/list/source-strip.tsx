import type { Feed } from '../../electron/contract/model.ts';
import { Button } from '../components/button.tsx';
import { Strip } from '../components/strip.tsx';
import { openAddress } from '../state/article-actions.ts';
import { refresh } from '../state/list-actions.ts';
import { openDialog } from '../state/ui.ts';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { dayStart } from './list-items.ts';

const GAP_SHOWN_MS = 7 * 86_400_000;

/** Where asking again cannot help, the site itself is the way to go. */
const SITE_CODES: ReadonlySet<string> = new Set(['gone', 'not-found', 'forbidden', 'not-a-feed', 'no-feed-found']);

/** Where signing in helps, and nothing else does. */
const SIGN_IN_CODES: ReadonlySet<string> = new Set(['unauthorized', 'sign-in-missing']);

function isRecent(at: number | null): boolean {
  return at !== null && Date.now() - at < GAP_SHOWN_MS;
}

/** The time of today, the date of other days. */
function sinceWhen(at: number, { format }: Words): string {
  return dayStart(at) === dayStart(Date.now()) ? format.time(at) : format.date(at);
}

/** Above the list of one source: that it fails and why, or that it may have gaps. Nothing where all is well. */
export function SourceStrip({ feed }: { readonly feed: Feed }) {
  const words = useWords();
  const { t, format } = words;
  const { failure, siteUrl, nextAt, gapAt } = feed;
  if (failure) {
    const { title, cause } = errorWords(failure, words);
    // Before the next try it has to be entered.
    const isLost = failure.code === 'sign-in-missing';
    const next = isLost ? '' : nextAt === null ? (failure.code === 'gone' ? '' : t('failing.noNextTry')) : t('failing.nextTry', { time: format.timeOrDate(nextAt) });
    const isSignIn = SIGN_IN_CODES.has(failure.code);
    const atSite = SITE_CODES.has(failure.code) && siteUrl !== null;
    return (
      <Strip
        icon="broken"
        tone="failing"
        title={t('failing.titleSince', { title, date: sinceWhen(failure.since, words) })}
        text={[cause, next].filter(Boolean).join(t('row.joiner'))}
        actions={
          <>
            {isSignIn ? (
              <Button kind="primary" onClick={() => openDialog({ kind: 'credentials', feedId: feed.id })}>
                {t('signIn.strip')}
              </Button>
            ) : null}
            {atSite ? (
              <Button kind="primary" onClick={() => openAddress(siteUrl)}>
                {t('failing.openSite')}
              </Button>
            ) : null}
            <Button kind={atSite || isSignIn ? 'plain' : 'primary'} onClick={() => void refresh({ kind: 'feed', id: feed.id })}>
              {t('failing.refreshNow')}
            </Button>
          </>
        }
      />
    );
  }
  if (isRecent(gapAt)) {
    return <Strip icon="clock" title={t('failing.gapTitle')} text={t('failing.gapText')} actions={<Button onClick={() => openDialog({ kind: 'settings' })}>{t('sidebar.settings')}</Button>} />;
  }
  return null;
}
