import { useEffect } from 'react';
import { useSettings } from '../client/queries.ts';
import { useListing } from '../state/listing.ts';
import { showNew } from '../state/navigate.ts';
import { requestFor } from '../state/request-for.ts';
import { useUi } from '../state/ui.ts';

/** Draws the list anew where it is set otherwise what a list shows: here, in the settings' own window, or by the command line. */
export function useListAsSet(): void {
  const { data: settings } = useSettings();
  const stories = settings?.stories;
  const unreadOnly = settings?.unreadOnly;
  useEffect(() => {
    const { request } = useListing.getState();
    if (stories === undefined || unreadOnly === undefined || !request || request.search) return;
    const wanted = requestFor(useUi.getState().scope);
    if (wanted.stories !== request.stories || wanted.unreadOnly !== request.unreadOnly) void showNew();
  }, [stories, unreadOnly]);
}
