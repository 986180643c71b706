import { useState } from 'react';
import type { PageLink } from '../../electron/contract/page.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/text-field.tsx';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { dateWords } from './date-words.ts';
import styles from './link-picker.module.css';

/** Rows that are drawn; who looks for another types. */
const MOST_DRAWN = 120;

function holds(words: string): (link: PageLink) => boolean {
  const parts = words.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  return ({ title, url, context }) => {
    const text = `${title} ${context} ${url}`.toLocaleLowerCase();
    return parts.every((part) => text.includes(part));
  };
}

/** What tells a headline from a menu: its date, else the words beside it that may be one, else where it leads. */
function whereOf(link: PageLink, words: Words): string {
  const { url, context } = link;
  const date = dateWords(link, words);
  if (date !== null) return date;
  if (/\d/u.test(context)) return context;
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  try {
    return decodeURI(pathname + search);
  } catch {
    return pathname + search;
  }
}

export interface LinkPickerProps {
  readonly links: readonly PageLink[];
  readonly lang: string | null;
  readonly busy: boolean;
  /** The link chosen last is in no list. */
  readonly isNone: boolean;
  readonly onChoose: (link: PageLink) => void;
  readonly onBack: (() => void) | null;
}

/** The links of a page as lines of text, one of which a person points at: lists like this one. */
export function LinkPicker({ links, lang, busy, isNone, onChoose, onBack }: LinkPickerProps) {
  const inWords = useWords();
  const { t } = inWords;
  const [words, setWords] = useState('');
  const found = words.trim() === '' ? links : links.filter(holds(words));
  const rest = found.length - MOST_DRAWN;
  return (
    <div className={styles.picker}>
      <div className={styles.head}>
        <p className={styles.hint}>{t('pageSource.chooseHint')}</p>
        {onBack ? (
          <Button kind="quiet" onClick={onBack}>
            {t('pageSource.back')}
          </Button>
        ) : null}
      </div>
      <TextField
        label={t('pageSource.search')}
        labelHidden
        placeholder={t('pageSource.search')}
        icon="search"
        value={words}
        autoComplete="off"
        spellCheck={false}
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onChange={setWords}
      />
      {isNone ? (
        <p className={styles.none} role="alert">
          {t('pageSource.notInList')}
        </p>
      ) : null}
      <ul className={styles.links} aria-label={t('pageSource.links')}>
        {found.slice(0, MOST_DRAWN).map((link, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a page may show one link twice
          <li key={index}>
            <button
              type="button"
              className={styles.link}
              // Disabled, it would lose the keys that came from it.
              aria-disabled={busy ? true : undefined}
              onClick={() => {
                if (!busy) onChoose(link);
              }}
            >
              <span className={styles.title} dir="auto" lang={textLang(link.title, lang)}>
                {link.title}
              </span>
              <span className={styles.where} dir="auto">
                {whereOf(link, inWords)}
              </span>
            </button>
          </li>
        ))}
        {found.length === 0 ? <li className={styles.rest}>{t('pageSource.noLinks')}</li> : null}
        {rest > 0 ? <li className={styles.rest}>{t('pageSource.moreLinks', { count: rest })}</li> : null}
      </ul>
    </div>
  );
}
