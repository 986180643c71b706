import type { ArticleId } from '../../electron/contract/model.ts';
import type { CopyFormat } from './figure-copy.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { useArticleLens } from '../client/lens-queries.ts';
import { ErrorNote } from '../components/error-note.tsx';
import { IconButton } from '../components/icon-button.tsx';
import type { MenuItem } from '../components/menu-item.ts';
import { useMenu } from '../components/use-menu.tsx';
import { Bar, BarSpace } from '../layout/bar.tsx';
import { toggleLens } from '../layout/lens-place.ts';
import { openPage } from '../state/navigate.ts';
import { useWords } from '../words/use-words.ts';
import { addFigureHere } from './add-figure-here.ts';
import { copyFigures } from './copy-figures.ts';
import { FiguresSection } from './figures-section.tsx';
import { MentionsSection } from './mentions-section.tsx';
import { NoticesSection } from './notices-section.tsx';
import { PriceSection } from './price-section.tsx';
import { StoryRail } from './story-rail.tsx';
import { useOpenArticle, useShownText } from './use-shown-text.ts';
import styles from './lens.module.css';

const FORMATS = ['table', 'text', 'csv', 'json'] as const satisfies readonly CopyFormat[];

/** The article as data, beside it: its figures, who else reports it, what its price did, and how often its names are mentioned. */
export function LensPane({ articleId }: { readonly articleId: ArticleId }) {
  const { t } = useWords();
  const { openAt, menu } = useMenu();
  const article = useOpenArticle(articleId);
  const { data, error } = useArticleLens(useShownText(articleId));
  const lens = data?.articleId === articleId ? data : undefined;
  const copies = FORMATS.map((format): MenuItem => ({ label: t(`lens.copyAs.${format}`), icon: 'copy', onSelect: () => article && lens && void copyFigures(lens.figures, article, format) }));
  const more: readonly MenuItem[] = [
    { label: t('lens.addFigure'), icon: 'plus', keys: 'F', onSelect: () => addFigureHere(articleId) },
    { kind: 'line' },
    { label: t('prices.title'), icon: 'chart', keys: 'G P', onSelect: () => openPage('prices', true) },
    { label: t('figures.title'), icon: 'table', keys: 'G F', onSelect: () => openPage('figures', true) },
    { label: t('calendar.title'), icon: 'calendar', keys: 'G C', onSelect: () => openPage('calendar', true) },
  ];
  return (
    <>
      <Bar className={styles.bar} last>
        <h2 className={styles.title}>{t('lens.title')}</h2>
        <BarSpace />
        <IconButton icon="copy" label={t('lens.copyAll')} aria-haspopup="menu" disabled={!lens || lens.figures.length === 0} onClick={(event) => openAt(event.currentTarget, t('lens.copyAll'), copies)} />
        <IconButton icon="more" label={t('common.more')} aria-haspopup="menu" onClick={(event) => openAt(event.currentTarget, t('common.more'), more)} />
        <IconButton icon="close" label={t('lens.close')} keys="L" data-pane-focus={lens && lens.figures.length > 0 ? undefined : ''} onClick={toggleLens} />
      </Bar>
      <div className={styles.scroll}>
        {error && !lens ? <ErrorNote error={asReaderError(error)} /> : null}
        {lens && article ? (
          <>
            <FiguresSection lens={lens} article={article} />
            <StoryRail articleId={articleId} />
            <NoticesSection articleId={articleId} />
            <PriceSection lens={lens} />
            <MentionsSection articleId={articleId} />
          </>
        ) : null}
      </div>
      {menu}
    </>
  );
}
