import type { Feed } from '../../electron/contract/model.ts';
import { Button } from '../components/button.tsx';
import { Strip } from '../components/strip.tsx';
import { refresh } from '../state/list-actions.ts';
import { openPage } from '../state/navigate.ts';
import { failingTitle } from '../sources/state-words.ts';
import { chooseSource } from '../state/sources-view.ts';
import { openDialog } from '../state/ui.ts';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { GapStrip } from './gap-strip.tsx';
import { dayStart } from './list-items.ts';

/** Where asking again seldom helps; the details know what would. */
const LOST_CODES: ReadonlySet<string> = new Set(['gone', 'not-found', 'forbidden', 'not-a-feed', 'no-feed-found']);

/** Where signing in helps, and nothing else does. */
const SIGN_IN_CODES: ReadonlySet<string> = new Set(['unauthorized', 'sign-in-missing']);

/** The time of today, the date of other days. */
function sinceWhen(at: number, { format }: Words): string {
  return dayStart(at) === dayStart(Date.now()) ? format.time(at) : format.date(at);
}

/** When it is asked next. What was followed to its end, and what lacks its sign-in, waits for the person. */
function nextTry({ failure, nextAt }: Feed, { t, format }: Words): string {
  if (failure?.code === 'sign-in-missing') return '';
  if (nextAt === null) return failure?.code === 'gone' ? '' : t('failing.noNextTry');
  return dayStart(nextAt) === dayStart(Date.now()) ? t('failing.nextTry', { time: format.time(nextAt) }) : t('failing.nextTryOn', { date: format.date(nextAt) });
}

/** The sources page, with all that is known of the source: its tries, and what would help it. */
function showDetails(feed: Feed): void {
  openPage('sources', true);
  chooseSource(feed.id, true);
}

/** Above the list of one source: that it fails and why, or that it may have gaps. Nothing where all is well. */
export function SourceStrip({ feed }: { readonly feed: Feed }) {
  const words = useWords();
  const { t } = words;
  const { failure, gap } = feed;
  if (failure) {
    const said = errorWords(failure, words);
    const isSignIn = SIGN_IN_CODES.has(failure.code);
    // As the sources page calls it; what a sign-in is missing is said whole beside its button.
    const title = isSignIn ? said.title : failingTitle(failure, words);
    const next = nextTry(feed, words);
    const isReshaped = feed.page !== null && failure.code === 'page-shape-changed';
    const isLost = LOST_CODES.has(failure.code);
    const reshape = (
      <Button key="reshape" kind="primary" onClick={() => openDialog({ kind: 'page-rules', feedId: feed.id })}>
        {t('pageSource.chooseAgain')}
      </Button>
    );
    const signIn = (
      <Button key="sign-in" kind="primary" onClick={() => openDialog({ kind: 'credentials', feedId: feed.id })}>
        {t('signIn.strip')}
      </Button>
    );
    const details = (
      <Button key="details" kind={isLost && !isReshaped ? 'primary' : 'plain'} onClick={() => showDetails(feed)}>
        {t('common.details')}
      </Button>
    );
    const again = (
      <Button key="again" kind={isLost || isReshaped || isSignIn ? 'plain' : 'primary'} onClick={() => void refresh({ kind: 'feed', id: feed.id })}>
        {t('failing.refreshNow')}
      </Button>
    );
    return (
      <Strip
        icon="broken"
        tone="failing"
        title={t('failing.titleSince', { title, date: sinceWhen(failure.since, words) })}
        text={[said.cause, next].filter(Boolean).join(t('row.joiner'))}
        actions={
          <>
            {isReshaped ? reshape : isSignIn ? signIn : isLost ? details : again}
            {isReshaped || isSignIn || !isLost ? details : again}
          </>
        }
      />
    );
  }
  return gap ? <GapStrip key={feed.id} feed={feed} gap={gap} /> : null;
}
