import { lazy, Suspense } from 'react';
import { FaultBoundary } from '../layout/fault-boundary.tsx';
import { showFailure } from '../state/show-failure.ts';
import { closeDialog, useUi } from '../state/ui.ts';

const Dialogs = lazy(async () => ({ default: (await import('./dialogs.tsx')).Dialogs }));

function dialogFailed(error: unknown): void {
  closeDialog();
  showFailure(error);
}

/** Where a window's dialogs are drawn. They are loaded with the first that is asked for, or before it once they are `wanted`. */
export function DialogPlace({ wanted = false }: { readonly wanted?: boolean }) {
  const asked = useUi((state) => state.dialog !== null);
  return wanted || asked ? (
    <FaultBoundary instead={() => null} onFault={dialogFailed}>
      <Suspense fallback={null}>
        <Dialogs />
      </Suspense>
    </FaultBoundary>
  ) : null;
}
