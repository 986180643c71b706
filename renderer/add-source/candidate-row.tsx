import type { FeedCandidate } from '../../electron/contract/discovery.ts';
import type { FeedKind } from '../../electron/contract/model.ts';
import { Button } from '../components/button.tsx';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import styles from './candidate-row.module.css';

const KIND_WORDS = { rss: 'add.kindRss', atom: 'add.kindAtom', json: 'add.kindJson', page: 'add.kindPage' } as const satisfies Record<FeedKind, string>;

function facts(candidate: FeedCandidate, { t, format }: Words): string[] {
  const parts: string[] = [
    t(KIND_WORDS[candidate.kind]),
    candidate.itemCount === 0 ? t('add.noItems') : t('add.items', { count: candidate.itemCount }),
    candidate.newestAt === null ? t('add.noDate') : t('add.newest', { date: format.shortDate(candidate.newestAt) }),
  ];
  if (candidate.lang) parts.push(format.language(candidate.lang));
  return parts;
}

/** What a reader should know before choosing it; empty for a plain feed of the site. */
function warnings(candidate: FeedCandidate, { t }: Words): string[] {
  const parts: string[] = [];
  if (candidate.feedId !== null) parts.push(t('add.followed'));
  if (candidate.comments) parts.push(t('add.comments'));
  if (candidate.otherHost !== null) parts.push(t('add.otherHost', { host: candidate.otherHost }));
  return parts;
}

export interface CandidateRowProps {
  readonly candidate: FeedCandidate;
  readonly name: string;
  readonly chosen: boolean;
  readonly disabled: boolean;
  readonly onChoose: () => void;
  /** Shows the source that is followed already. */
  readonly onOpen: () => void;
}

/** One feed that was found, as a choice. */
export function CandidateRow({ candidate, name, chosen, disabled, onChoose, onOpen }: CandidateRowProps) {
  const words = useWords();
  const isFollowed = candidate.feedId !== null;
  return (
    <li className={chosen ? `${styles.row} ${styles.chosen}` : styles.row}>
      <label className={styles.choice}>
        <input className={styles.radio} type="radio" name={name} checked={chosen} disabled={disabled || isFollowed} onChange={onChoose} />
        <span className={styles.words}>
          <span className={isFollowed ? `${styles.title} ${styles.quiet}` : styles.title} dir="auto" lang={candidate.lang ?? undefined}>
            {candidate.title}
          </span>
          <span className={styles.facts}>
            {facts(candidate, words).map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </span>
          {candidate.newestTitle ? (
            <span className={styles.newest} dir="auto" lang={textLang(candidate.newestTitle, candidate.lang)}>
              {candidate.newestTitle}
            </span>
          ) : null}
          {warnings(candidate, words).map((warning) => (
            <span key={warning} className={styles.warning}>
              {warning}
            </span>
          ))}
        </span>
      </label>
      {isFollowed ? <Button onClick={onOpen}>{words.t('add.open')}</Button> : null}
    </li>
  );
}
