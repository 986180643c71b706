import type { Settings } from '../../electron/contract/settings.ts';
import type { ArticleLook } from '../../electron/contract/reading.ts';
import { ARTICLE_THEMES, TEXT_FACES, TEXT_LEADINGS, TEXT_MEASURES } from '../../electron/contract/reading.ts';
import { Checkbox } from '../components/checkbox.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { Segment } from '../components/segment.tsx';
import { nextTextSize, TEXT_SIZES } from '../state/text-size.ts';
import { useWords } from '../words/use-words.ts';
import styles from './look-choices.module.css';

const SMALLEST = TEXT_SIZES[0];
const LARGEST = TEXT_SIZES.at(-1);

export interface LookChoicesProps {
  readonly settings: Pick<Settings, 'textSize' | 'articleLook'>;
  readonly change: (patch: Partial<Settings>) => void;
}

/** How the text of articles is set: size, face, length and distance of lines, theme. */
export function LookChoices({ settings, change }: LookChoicesProps) {
  const { t } = useWords();
  const { textSize: size, articleLook: look } = settings;
  const set = (part: Partial<ArticleLook>) => change({ articleLook: { ...look, ...part } });
  return (
    <div className={styles.choices}>
      <div className={styles.row}>
        <span className={styles.label}>{t('look.size')}</span>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is of a form */}
        <span className={styles.size} role="group" aria-label={t('look.size')}>
          <IconButton icon="minus" size="small" label={t('article.textSmaller')} keys="-" aria-disabled={size <= SMALLEST} onClick={() => change({ textSize: nextTextSize(size, -1) })} />
          <output>{t('settings.pixels', { count: size })}</output>
          <IconButton icon="plus" size="small" label={t('article.textLarger')} keys="+" aria-disabled={size === LARGEST} onClick={() => change({ textSize: nextTextSize(size, 1) })} />
        </span>
      </div>
      <div className={styles.row}>
        <span className={styles.label}>{t('look.face')}</span>
        <Segment label={t('look.face')} value={look.face} options={TEXT_FACES.map((value) => ({ value, label: t(`look.faces.${value}`) }))} onChange={(face) => set({ face })} />
      </div>
      <div className={styles.row}>
        <span className={styles.label}>{t('look.measure')}</span>
        <Segment label={t('look.measure')} value={look.measure} options={TEXT_MEASURES.map((value) => ({ value, label: t(`look.measures.${value}`) }))} onChange={(measure) => set({ measure })} />
      </div>
      <div className={styles.row}>
        <span className={styles.label}>{t('look.leading')}</span>
        <Segment label={t('look.leading')} value={look.leading} options={TEXT_LEADINGS.map((value) => ({ value, label: t(`look.leadings.${value}`) }))} onChange={(leading) => set({ leading })} />
      </div>
      <div className={styles.row}>
        <span className={styles.label}>{t('look.theme')}</span>
        <Segment label={t('look.theme')} value={look.theme} options={ARTICLE_THEMES.map((value) => ({ value, label: t(`look.themes.${value}`) }))} onChange={(theme) => set({ theme })} />
      </div>
      <Checkbox label={t('look.wide')} checked={look.wideFigures} onChange={(wideFigures) => set({ wideFigures })} />
    </div>
  );
}
