import { asReaderError } from '../client/as-reader-error.ts';
import { call } from '../client/transport.ts';
import { openListing, useListing } from './listing.ts';
import { seen } from './seen.ts';
import { useUi } from './ui.ts';

async function isGone(articleId: number): Promise<boolean> {
  try {
    await call('getArticle', { articleId });
    return false;
  } catch (error) {
    return asReaderError(error).code === 'article-missing';
  }
}

/**
 * Another library took the place of the one whose rows are on the screen: they are asked for anew, where the reader was, and not as
 * news of the same list. An article that is not in it is left; nobody removed it.
 */
export async function showOtherLibrary(): Promise<void> {
  const { covered, request } = useListing.getState();
  if (covered) useListing.setState({ covered: { ...covered, drawn: null } });
  const { articleId } = useUi.getState();
  const isLeft = articleId !== null && (await isGone(articleId)) && useUi.getState().articleId === articleId;
  if (isLeft) useUi.setState({ articleId: null, pushed: false });
  if (request && useListing.getState().request === request) await openListing(request, seen.listTopId, true);
}
