import { Suspense, useLayoutEffect, useState } from 'react';
import { FaultBoundary } from '../layout/fault-boundary.tsx';
import { laterPart } from '../layout/later-part.ts';
import { showFailure } from '../state/show-failure.ts';
import { closeDialog, useUi } from '../state/ui.ts';
import { keepTyped } from './typed-for-dialog.ts';

const dialogs = laterPart(async () => (await import('./dialogs.tsx')).Dialogs);

function Coming() {
  useLayoutEffect(keepTyped, []);
  return null;
}

/** Where a window's dialogs are drawn. They are loaded with the first that is asked for, or before it once they are `wanted`. */
export function DialogPlace({ wanted = false }: { readonly wanted?: boolean }) {
  const asked = useUi((state) => state.dialog !== null);
  const [failed, setFailed] = useState(false);
  // Whoever asks after a failure has another try.
  if (asked && failed) setFailed(false);
  const dialogFailed = (error: unknown) => {
    dialogs.forget();
    setFailed(true);
    // Where nobody asked for one yet, whoever does will be told.
    if (useUi.getState().dialog === null) return;
    closeDialog();
    showFailure(error);
  };
  const Dialogs = dialogs.current;
  return asked || (wanted && !failed) ? (
    <FaultBoundary instead={() => null} onFault={dialogFailed}>
      <Suspense fallback={<Coming />}>
        <Dialogs />
      </Suspense>
    </FaultBoundary>
  ) : null;
}
