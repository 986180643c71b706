import type { EntityId, OwnEntity } from '../../electron/contract/gazetteer.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import { showToast } from '../state/ui.ts';
import type { Said } from '../state/ui.ts';

async function again(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: queryKeys.gazetteer });
}

/** Shows what was changed of an entity and says it, with the way back to what a person had given of it before. */
export function tellChange(text: Said, entityId: EntityId, before: OwnEntity | null): void {
  void again();
  showToast({
    text,
    undo: async () => {
      await call('restoreEntity', { entityId, own: before });
      await again();
    },
  });
}
