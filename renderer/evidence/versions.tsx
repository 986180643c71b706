import type { FrozenCopy } from '../../electron/contract/bookmark.ts';
import type { ArticleId } from '../../electron/contract/model.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { Select } from '../components/select.tsx';
import { useWords } from '../words/use-words.ts';
import { showCopy, useEvidenceOf } from './evidence-state.ts';
import type { ShownCopy } from './evidence-state.ts';
import { latestChange } from './latest-change.ts';
import type { Copies } from './latest-change.ts';
import styles from './evidence.module.css';

const NOW = 'now';
const DIFFERENCE = 'difference';

/** Whether there is a choice between texts: of more than one copy, or back from one that is shown. */
export function hasVersions({ copies }: Copies, shown: ShownCopy | null): boolean {
  return copies.length > 1 || shown !== null;
}

/** That the source changed the text, and the ways to what it was and to what changed. Nothing where there is one copy only. */
export function Versions({ articleId, kept }: { readonly articleId: ArticleId; readonly kept: Copies }) {
  const { t, format } = useWords();
  const { shown } = useEvidenceOf(articleId);
  const change = latestChange(kept);
  const { copies, currentCopy } = kept;
  if (!hasVersions(kept, shown)) return null;
  const label = ({ origin, retrievedAt }: FrozenCopy) =>
    t(origin === 'feed' ? 'evidence.versionFeed' : 'evidence.versionPage', { date: `${format.shortDate(retrievedAt)} ${format.time(retrievedAt)}` });
  const options = [
    { value: NOW, label: t('evidence.versionNow') },
    ...copies.filter(({ id }) => id !== currentCopy).toReversed().map((copy) => ({ value: String(copy.id), label: label(copy) })),
    ...(change ? [{ value: DIFFERENCE, label: t('evidence.versionDifference') }] : []),
  ];
  const value = shown === null ? NOW : shown.kind === 'copy' ? String(shown.id) : DIFFERENCE;
  const choose = (chosen: string) => {
    if (chosen === NOW) showCopy(articleId, null);
    else if (chosen !== DIFFERENCE) showCopy(articleId, { kind: 'copy', id: Number(chosen) });
    else if (change) showCopy(articleId, { kind: 'difference', from: change.from.id, to: change.to.id });
  };
  return (
    <div className={styles.versions}>
      {change ? (
        <>
          <Icon name="clock" size={14} />
          <span>{t('evidence.changedOn', { date: format.date(Math.max(change.from.retrievedAt, change.to.retrievedAt)) })}</span>
        </>
      ) : null}
      {change && shown === null ? (
        <Button kind="quiet" className={styles.show} onClick={() => choose(DIFFERENCE)}>
          {t('evidence.showChanges')}
        </Button>
      ) : null}
      {shown === null ? null : (
        <Button kind="quiet" className={styles.show} onClick={() => choose(NOW)}>
          {t('evidence.backToNow')}
        </Button>
      )}
      <Select className={styles.choice} label={t('evidence.version')} labelHidden value={value} options={options} onChange={choose} />
    </div>
  );
}
