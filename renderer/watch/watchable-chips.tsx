import type { Ref } from 'react';
import type { ArticleEntity } from '../../electron/contract/gazetteer.ts';
import { useWatches } from '../client/watch-queries.ts';
import { EntityChips } from '../entities/entity-chips.tsx';
import { searchEntity } from '../search/search-commands.ts';
import { visitScope } from '../state/navigate.ts';

/** What an article speaks of: what is watched is marked and leads to its headlines, the rest is searched for. */
export function WatchableChips({ entities, lineRef }: { readonly entities: readonly ArticleEntity[]; readonly lineRef?: Ref<HTMLUListElement> }) {
  const { data } = useWatches();
  const watched = new Map((data?.watches ?? []).flatMap((watch) => (watch.watched.kind === 'entity' ? [[watch.watched.entityId, watch.id] as const] : [])));
  return (
    <EntityChips
      lineRef={lineRef}
      entities={entities}
      mine={new Set(watched.keys())}
      onOpen={(entity) => {
        const id = watched.get(entity.id);
        if (id === undefined) searchEntity(entity);
        else visitScope({ kind: 'watch', id });
      }}
    />
  );
}
