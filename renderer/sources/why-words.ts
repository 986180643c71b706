import type { SourceReport } from '../../electron/contract/source.ts';
import { errorWords } from '../words/error-words.ts';
import type { Words } from '../words/use-words.ts';
import { sinceWords } from './day-words.ts';
import { httpPhrase } from './http-phrase.ts';
import { statusOf } from './state-words.ts';

/** What is wrong with a source: cause, since when, what it means. */
export interface WhyWords {
  readonly text: string;
  /** An address that the text ends on; null where it names none. */
  readonly url: string | null;
}

function join(sentences: readonly string[], { t }: Words): string {
  return sentences.filter(Boolean).join(t('row.joiner'));
}

/** `404` and the like: its words stand in the title already. */
function statusText(status: number, { format }: Words): string {
  const phrase = format.locale === 'en' && status >= 500 ? httpPhrase(status) : null;
  return phrase === null ? String(status) : `${status} (${phrase})`;
}

function failing(report: SourceReport, now: number, words: Words): readonly string[] {
  const { t } = words;
  const { code, detail, since, fix } = report;
  const date = since === null ? null : sinceWords(since, now, words);
  const status = statusOf(report);
  const { cause, next } = errorWords({ code: code ?? 'internal', detail }, words);
  const said = status !== null && status >= 400 && date !== null ? [t('sources.whyStatus', { status: statusText(status, words), date })] : [cause, date === null ? '' : t('sources.whySince', { date })];
  if (fix?.kind === 'newAddress') return [...said, t('sources.whyNewAddress')];
  // What to do with an address just typed is no help with one that was followed.
  const help = code === 'not-a-feed' || code === 'no-feed-found' ? t('sources.whyChangeAddress') : next;
  const kept = cause.includes(t('sources.whyKept')) ? '' : t('sources.whyKept');
  return fix?.kind === 'retry' || fix === null ? [...said, help, kept] : [...said, kept];
}

/** Null for a source with which all is well. `now` in epoch milliseconds. */
export function whyWords(report: SourceReport, now: number, words: Words): WhyWords | null {
  const { t } = words;
  const url = report.fix?.kind === 'newAddress' ? report.fix.url : null;
  const say = (...sentences: readonly string[]): WhyWords => ({ text: join(sentences, words), url });
  const sinceThen = report.since === null ? '' : t('sources.whySince', { date: sinceWords(report.since, now, words) });
  switch (report.state) {
    case 'failing':
      return say(...failing(report, now, words));
    case 'gone':
      return say(t('sources.whyGone'), sinceThen, url === null ? '' : t('sources.whyNewAddress'));
    case 'moved':
      return say(url === null ? t('sources.whyMoved') : t('sources.whyMovedTo'));
    case 'shapeChanged':
      return say(errorWords({ code: 'page-shape-changed', detail: report.detail }, words).cause, sinceThen);
    case 'unsteady':
      return say(t('sources.whyUnsteady'));
    case 'gap':
      return say(t('sources.whyGap'));
    case 'quiet':
      return say(report.newestAt === null ? t('sources.whyQuietEmpty') : t('sources.whyQuiet', { date: sinceWords(report.newestAt, now, words) }));
    case 'paused':
      return say(t('sources.whyPaused'));
    case 'new':
      return say(t('sources.whyNew'));
    case 'healthy':
      return null;
    default:
      return report.state satisfies never;
  }
}
