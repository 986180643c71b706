import type { ArticleEntity } from '../../electron/contract/gazetteer.ts';
import { useWatches } from '../client/watch-queries.ts';
import { EntityChips } from '../entities/entity-chips.tsx';
import { visitScope } from '../state/navigate.ts';
import { openDialog } from '../state/ui.ts';

/** What an article speaks of: what is watched is marked and leads to its headlines, the rest can be watched. */
export function WatchableChips({ entities }: { readonly entities: readonly ArticleEntity[] }) {
  const { data } = useWatches();
  const watched = new Map((data?.watches ?? []).flatMap((watch) => (watch.watched.kind === 'entity' ? [[watch.watched.entityId, watch.id] as const] : [])));
  return (
    <EntityChips
      entities={entities}
      mine={new Set(watched.keys())}
      onOpen={({ id: entityId }) => {
        const id = watched.get(entityId);
        if (id === undefined) openDialog({ kind: 'watch', watched: { kind: 'entity', entityId } });
        else visitScope({ kind: 'watch', id });
      }}
    />
  );
}
