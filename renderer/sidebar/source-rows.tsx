import { memo, useRef } from 'react';
import type { MouseEvent } from 'react';
import type { FolderId, Scope } from '../../electron/contract/model.ts';
import { useWords } from '../words/use-words.ts';
import type { TreeRow } from './source-tree.ts';
import { treeRowId } from './tree-row-id.ts';
import { TreeRowView } from './tree-row-view.tsx';
import { useTreeWindow } from './use-tree-window.ts';

export interface SourceRowsProps {
  readonly rows: readonly TreeRow[];
  readonly chosen: string;
  readonly reachable: string;
  readonly onChoose: (scope: Scope) => void;
  readonly onFold: (folderId: FolderId, open: boolean) => void;
  readonly onMenu: (row: TreeRow, event: MouseEvent<HTMLElement>) => void;
}

/** Folders and sources. */
export const SourceRows = memo(function SourceRows({ rows, chosen, reachable, ...acts }: SourceRowsProps) {
  const { t } = useWords();
  const treeRef = useRef<HTMLUListElement>(null);
  const { shown, rest } = useTreeWindow(rows, rows.findIndex((row) => reachable === treeRowId(row)), treeRef);
  return (
    <ul role="tree" aria-label={t('sidebar.sources')} ref={treeRef} style={rest > 0 ? { paddingBlockEnd: rest } : undefined}>
      {shown.map(({ row, room }) => {
        const id = treeRowId(row);
        return <TreeRowView key={id} {...row} {...acts} room={room} chosen={chosen === id} reachable={reachable === id} />;
      })}
    </ul>
  );
});
