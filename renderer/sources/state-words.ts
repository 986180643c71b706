import type { ReaderErrorCode } from '../../electron/contract/errors.ts';
import type { SourceReport, SourceState } from '../../electron/contract/source.ts';
import type { IconName } from '../components/icon.tsx';
import { errorWords } from '../words/error-words.ts';
import type { Words } from '../words/use-words.ts';
import { hasLostDates } from './lost-dates.ts';
import { spanWords } from './span-words.ts';

const DAY = 86_400_000;

export interface StateWords {
  readonly text: string;
  /** Its shape says the state without colour; null where all is well. */
  readonly mark: Extract<IconName, 'broken' | 'clock' | 'pause'> | null;
}

/** Red is for what is broken; what is slow, quiet or missing something is a matter of time and stays in ink. */
const MARKS = {
  failing: 'broken',
  gone: 'broken',
  moved: 'broken',
  shapeChanged: 'broken',
  unsteady: 'clock',
  gap: 'clock',
  quiet: 'clock',
  paused: 'pause',
  new: null,
  healthy: null,
} as const satisfies Record<SourceState, StateWords['mark']>;

/** HTTP status of a failure, where a server answered. */
export function statusOf({ detail }: Pick<SourceReport, 'detail'>): number | null {
  const { status } = detail;
  return typeof status === 'number' ? status : null;
}

/**
 * Of a source that was followed and read, shorter and truer than what is said of an address just typed: it was a feed, and
 * it was at this address.
 */
const SHORT = {
  'not-found': 'sources.stateGone',
  'not-a-feed': 'sources.stateNotFeed',
  'no-feed-found': 'sources.stateNotFeed',
  unauthorized: 'sources.stateSignIn',
  'sign-in-missing': 'sources.stateSignInMissing',
  'page-is-missing': 'sources.statePageMissing',
  'bot-check': 'sources.stateBotCheck',
  'robots-disallowed': 'sources.stateRobots',
  'tls-failed': 'sources.stateTls',
  'too-many-redirects': 'sources.stateCircles',
  'proxy-failed': 'sources.stateProxy',
  'page-shape-changed': 'sources.stateShapeChanged',
} as const satisfies Partial<Record<ReaderErrorCode, string>>;

function isShort(code: string): code is keyof typeof SHORT {
  return Object.hasOwn(SHORT, code);
}

/** Why a source that was read before could not be read, in a few words. */
export function failingTitle({ code, detail }: Pick<SourceReport, 'code' | 'detail'>, words: Words): string {
  if (code !== null && isShort(code)) return words.t(SHORT[code]);
  return errorWords({ code: code ?? 'internal', detail }, words).title;
}

/** What is wrong with a failing source, with the status that its server gave. */
function failingText(report: SourceReport, words: Words): string {
  const title = failingTitle(report, words);
  const status = statusOf(report);
  return status === null || status < 400 ? title : words.t('sources.stateStatus', { title, status });
}

function quietText({ newestAt }: SourceReport, now: number, { t }: Words): string {
  return newestAt === null ? t('sources.stateQuietLong') : t('sources.stateQuiet', { count: Math.max(1, Math.floor((now - newestAt) / DAY)) });
}

function textOf(report: SourceReport, now: number, words: Words): string {
  const { t } = words;
  switch (report.state) {
    case 'failing':
      return failingText(report, words);
    case 'gone':
      return t('sources.stateStatus', { title: t('sources.stateGone'), status: statusOf(report) ?? 410 });
    case 'moved':
      return t('sources.stateMoved');
    case 'shapeChanged':
      return t(hasLostDates(report) ? 'sources.stateDatesLost' : 'sources.stateShapeChanged');
    case 'unsteady':
      return t(report.code === 'timeout' ? 'sources.stateTimesOut' : 'sources.stateUnsteady');
    case 'gap':
      return t('sources.stateGap');
    case 'quiet':
      return quietText(report, now, words);
    case 'paused':
      return t('sources.statePaused');
    case 'new':
      return t('sources.stateNew');
    case 'healthy':
      return report.everyMs === null ? t('sources.stateHealthy') : t('sources.stateEvery', { span: spanWords(report.everyMs, words) });
    default:
      return report.state satisfies never;
  }
}

/** The state of a source in a few words, with its mark. `now` in epoch milliseconds. */
export function stateWords(report: SourceReport, now: number, words: Words): StateWords {
  return { text: textOf(report, now, words), mark: hasLostDates(report) ? 'clock' : MARKS[report.state] };
}
