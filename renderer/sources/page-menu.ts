import type { MenuItem } from '../components/menu-item.ts';
import { visitScope } from '../state/navigate.ts';
import { chooseSource, useSourcesView } from '../state/sources-view.ts';
import { openDialog } from '../state/ui.ts';
import type { Words } from '../words/use-words.ts';
import { exportTable } from './source-actions.ts';

export interface PageMenuParts {
  readonly sources: number;
  /** The fetches of the last day stand as a table in place of the chart. */
  readonly asTable: boolean;
}

/** What can be done with the page as a whole. */
export function pageMenu({ sources, asTable }: PageMenuParts, { t }: Words): readonly MenuItem[] {
  return [
    { label: t('sources.showActivity'), icon: 'activity', onSelect: () => chooseSource(null, true) },
    { label: t(asTable ? 'sources.fetchesAsChart' : 'sources.fetchesAsTable'), icon: 'table', onSelect: () => useSourcesView.setState({ fetchesAsTable: !asTable }) },
    { label: t('sources.showHeadlines'), icon: 'all', onSelect: () => visitScope({ kind: 'all' }) },
    { kind: 'line' },
    { label: t('sources.exportCsv'), icon: 'export', disabled: sources === 0, onSelect: () => void exportTable(sources) },
    { label: t('sidebar.exportOpml'), icon: 'export', onSelect: () => openDialog({ kind: 'export' }) },
    { label: t('sidebar.importOpml'), icon: 'import', onSelect: () => openDialog({ kind: 'import' }) },
    { kind: 'line' },
    { label: t('sidebar.newFolder'), icon: 'folder-new', onSelect: () => openDialog({ kind: 'new-folder', parentId: null }) },
  ];
}
