import { useEffect } from 'react';
import { saveSettings, useCounts, useFeeds, useSettings } from '../client/queries.ts';
import { openDialog, useUi } from '../state/ui.ts';

/** Shows the first run over an empty library, until it was gone through or left. A library that holds something never sees it. */
export function useFirstRun(): void {
  const { data: settings } = useSettings();
  const { data: known } = useFeeds();
  const { data: counts } = useCounts();
  const isFree = useUi((state) => state.dialog === null);
  const welcomed = settings?.welcomed ?? true;
  const isEmpty = known?.feeds.length === 0 && counts?.all === 0;
  const holds = (known?.feeds.length ?? 0) > 0;
  useEffect(() => {
    if (welcomed) return;
    if (isEmpty && isFree) openDialog({ kind: 'first-run' });
    // What cannot be written now is written with the next change.
    else if (holds) saveSettings({ welcomed: true }).catch(() => undefined);
  }, [welcomed, isEmpty, holds, isFree]);
}
