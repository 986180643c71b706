import type { ReaderErrorCode } from '../../electron/contract/errors.ts';
import { isReaderErrorCode } from '../../electron/contract/errors.ts';
import type { ErrorDetail } from '../../electron/contract/model.ts';
import { wordsOf } from './catalogues.ts';
import type { ErrorEntry } from './error-entry.ts';
import { hostOf } from './host-of.ts';
import { wordsNow } from './use-words.ts';
import type { Words } from './use-words.ts';

export interface ErrorWords {
  readonly title: string;
  /** What happened and what it means. */
  readonly cause: string;
  /** What to do. */
  readonly next: string;
}

function hostIn(detail: ErrorDetail): string | null {
  if (typeof detail['host'] === 'string') return detail['host'];
  const url = detail['url'] ?? detail['address'] ?? detail['feedUrl'];
  return typeof url === 'string' ? hostOf(url) : null;
}

/** The values that an entry is filled with; those that the detail lacks and that have no words of their own are left out. */
function valuesOf(code: ReaderErrorCode, detail: ErrorDetail, { t, format }: Words): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(detail)) {
    if (value !== null && value !== '') values[name] = value;
  }
  values['host'] = hostIn(detail) ?? t('common.thisSite');
  // There it is the place in the arguments, not on the disk.
  if (code !== 'invalid-argument') values['path'] ??= t('common.profileFolder');
  if (typeof values['milliseconds'] === 'number') values['seconds'] ??= Math.round(values['milliseconds'] / 1000);
  if (typeof values['scheme'] === 'string') values['scheme'] = values['scheme'].replace(/:?$/u, ':');
  if (typeof values['limit'] === 'number') values['limit'] = code === 'body-too-large' || values['limit'] > 100_000 ? format.bytes(values['limit']) : format.count(values['limit']);
  if (typeof values['bytes'] === 'number') values['bytes'] = format.bytes(values['bytes']);
  if (typeof values['until'] === 'number') values['until'] = format.timeOrDate(values['until']);
  return values;
}

const PLACEHOLDER = /\{\{(\w+)/gu;

function namesIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}

/** An error in words, by default of the language of now. A code from elsewhere (a newer engine) counts as `internal`. */
export function errorWords(error: { readonly code: string; readonly detail?: ErrorDetail }, words: Words = wordsNow()): ErrorWords {
  const code: ReaderErrorCode = isReaderErrorCode(error.code) ? error.code : 'internal';
  const entries: Record<ReaderErrorCode, ErrorEntry> = wordsOf(words.format.locale).errors;
  const entry = entries[code];
  const values = valuesOf(code, error.detail ?? {}, words);
  const t = words.t as (key: string, values: Record<string, unknown>) => string;
  const reason = error.detail?.['reason'];
  if (typeof reason === 'string' && entry.reasons && Object.hasOwn(entry.reasons, reason)) {
    const saying = (part: keyof ErrorWords) => t(`errors.${code}.reasons.${reason}.${part}`, values);
    return { title: saying('title'), cause: closeGaps(saying('cause'), words), next: saying('next') };
  }
  const isFilled = namesIn(entry.cause).every((name) => name in values);
  const cause = isFilled ? (`errors.${code}.cause` as const) : (`errors.${code}.causePlain` as 'errors.timeout.causePlain');
  return { title: t(`errors.${code}.title`, values), cause: closeGaps(t(cause, values), words), next: t(`errors.${code}.next`, values) };
}

/** Chinese parts a name in Latin letters from the text by blanks; the stand-in for a missing name is Chinese and takes none. */
function closeGaps(sentence: string, { t, format }: Words): string {
  if (format.locale !== 'zh-CN') return sentence;
  return [t('common.thisSite'), t('common.profileFolder')].reduce((text, word) => text.replaceAll(` ${word}`, word).replaceAll(`${word} `, word), sentence);
}

/** An error in one line, for a toast: what happened and what to do. */
export function errorLine(error: { readonly code: string; readonly detail?: ErrorDetail }): string {
  const words = wordsNow();
  const { title, next } = errorWords(error, words);
  return words.t('common.errorLine', { title, next });
}
