import type { PlacedFigure } from '../../electron/contract/figures.ts';
import type { Article } from '../../electron/contract/model.ts';
import type { MenuItem } from '../components/menu-item.ts';
import { openDialog } from '../state/ui.ts';
import type { Words } from '../words/use-words.ts';
import { copyFigures } from './copy-figures.ts';
import { dropFigure, restoreFigure } from './figure-actions.ts';
import { showFigure } from './show-figure.ts';

/** What can be done with one figure. */
export function figureMenu(figure: PlacedFigure, article: Article, { t }: Words): readonly MenuItem[] {
  const { correction } = figure;
  return [
    { label: t('lens.show'), icon: 'search', onSelect: () => showFigure(figure.id, 'row') },
    { kind: 'line' },
    { label: t('lens.copyAs.text'), icon: 'copy', onSelect: () => void copyFigures([figure], article, 'text') },
    { label: t('lens.copyAs.csv'), icon: 'copy', onSelect: () => void copyFigures([figure], article, 'csv') },
    { label: t('lens.copyAs.json'), icon: 'copy', onSelect: () => void copyFigures([figure], article, 'json') },
    { kind: 'line' },
    { label: t('lens.fix'), icon: 'rename', onSelect: () => openDialog({ kind: 'figure', articleId: article.id, figure }) },
    ...(correction ? [{ label: t(correction.kind === 'added' ? 'lens.takeBackAdded' : 'lens.takeBackFixed'), icon: 'refresh', onSelect: () => void restoreFigure(correction.id, figure.printed) } as const] : []),
    ...(correction?.kind === 'added' ? [] : [{ label: t('lens.drop'), icon: 'close', onSelect: () => void dropFigure(article.id, figure) } as const]),
  ];
}
