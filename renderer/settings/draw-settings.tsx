import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import type { SettingsPlace } from '../../electron/contract/settings-place.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import { FaultBoundary } from '../layout/fault-boundary.tsx';
import { SaidRegion } from '../layout/said-region.tsx';
import { showAppearance } from '../layout/use-appearance.ts';
import { LibraryError } from '../library-error/library-error.tsx';
import { SettingsWindow } from './settings-window.tsx';

/** Draws the settings as the whole window, once their look is known. Nothing is asked for but what they show. */
export async function drawSettings(root: HTMLElement, first: SettingsPlace): Promise<void> {
  try {
    showAppearance(await queryClient.query({ queryKey: queryKeys.settings, queryFn: () => call('getSettings', {}) }));
  } catch {
    // Whoever shows them asks again, and says why.
  }
  createRoot(root).render(
    <QueryClientProvider client={queryClient}>
      <FaultBoundary instead={(error, again) => <LibraryError error={asReaderError(error)} onRetry={async () => again()} />}>
        <SettingsWindow first={first} />
      </FaultBoundary>
      <SaidRegion />
    </QueryClientProvider>,
  );
}
