import { useEffect, useLayoutEffect } from 'react';
import type { ReactElement } from 'react';
import { AddSource } from '../add-source/add-source.tsx';
import { MergeTag } from '../bookmarks/merge-tag.tsx';
import { RenameTag } from '../bookmarks/rename-tag.tsx';
import { TagBookmarks } from '../bookmarks/tag-bookmarks.tsx';
import { FirstRun } from '../catalogue/first-run.tsx';
import { useFeeds } from '../client/queries.ts';
import type { FeedsAnswer } from '../client/queries.ts';
import { FigureDialog } from '../lens/figure-dialog.tsx';
import { LensChangesDialog } from '../lens/lens-changes-dialog.tsx';
import { NotReadyDialog } from '../offline/not-ready-dialog.tsx';
import { PaletteDialog } from '../palette/palette-dialog.tsx';
import { PageRulesDialog } from '../page-source/page-rules-dialog.tsx';
import { RateDialog } from '../prices/rate-dialog.tsx';
import { SaveFiles } from '../saving/save-files.tsx';
import { SavePage } from '../saving/save-page.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { SignInDialog } from '../sign-in/sign-in-dialog.tsx';
import { ShortcutsDialog } from '../shortcuts/shortcuts-dialog.tsx';
import { focusPane } from '../state/navigate.ts';
import { closeDialog, useUi } from '../state/ui.ts';
import type { DialogRequest } from '../state/ui.ts';
import { ExportOpml } from '../transfer/export-opml.tsx';
import { ExportArticles } from '../transfer/export-articles.tsx';
import { FileDrop } from '../transfer/file-drop.tsx';
import { ImportDialog } from '../transfer/import-dialog.tsx';
import { useWaysIn } from '../transfer/use-ways-in.ts';
import { DeleteFolder } from './delete-folder.tsx';
import { watchNow } from '../client/watch-queries.ts';
import { RuleDialog } from '../rules/rule-dialog.tsx';
import { WatchDialog } from '../watch/watch-dialog.tsx';
import { FeedAddress } from './feed-address.tsx';
import { MoveFeed } from './move-feed.tsx';
import { NewFolder } from './new-folder.tsx';
import { RenameFeed } from './rename-feed.tsx';
import { RenameFolder } from './rename-folder.tsx';
import { giveTyped } from './typed-for-dialog.ts';
import { Unsubscribe } from './unsubscribe.tsx';

/** The dialog for a request; null where what it is about is gone. */
function dialogFor(request: DialogRequest, { feeds, folders }: FeedsAnswer): ReactElement | null {
  const feed = 'feedId' in request ? feeds.find(({ id }) => id === request.feedId) : undefined;
  const folder = 'folderId' in request ? folders.find(({ id }) => id === request.folderId) : undefined;
  switch (request.kind) {
    case 'add':
      return <AddSource initial={request.url ?? ''} asks={request.asked !== false} folders={folders} />;
    case 'save':
      return <SavePage initial={request.url ?? ''} />;
    case 'save-files':
      return <SaveFiles />;
    case 'settings':
      return <SettingsDialog first={request} />;
    case 'not-ready':
      return <NotReadyDialog />;
    case 'first-run':
      return <FirstRun />;
    case 'catalogue':
      return <FirstRun later />;
    case 'palette':
      return <PaletteDialog />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'import':
      return <ImportDialog feeds={feeds} library={request.library} />;
    case 'export':
      return <ExportOpml sources={feeds.length} />;
    case 'export-articles':
      return <ExportArticles {...request} />;
    case 'rename-feed':
      return feed ? <RenameFeed feed={feed} /> : null;
    case 'move-feed':
      return feed ? <MoveFeed feed={feed} folders={folders} /> : null;
    case 'feed-address':
      return feed ? <FeedAddress feed={feed} /> : null;
    case 'page-rules':
      return feed?.page ? <PageRulesDialog feed={feed} rules={feed.page} datesLost={request.datesLost} /> : null;
    case 'credentials':
      return feed ? <SignInDialog feed={feed} /> : null;
    case 'unsubscribe':
      return feed ? <Unsubscribe feed={feed} /> : null;
    case 'new-folder':
      return <NewFolder parentId={request.parentId} folders={folders} />;
    case 'rename-folder':
      return folder ? <RenameFolder folder={folder} /> : null;
    case 'delete-folder':
      return folder ? <DeleteFolder folder={folder} feeds={feeds} folders={folders} /> : null;
    case 'tag-bookmarks':
      return <TagBookmarks articleIds={request.articleIds} />;
    case 'rename-tag':
      return <RenameTag tag={request.tag} />;
    case 'merge-tag':
      return <MergeTag tag={request.tag} />;
    case 'watch': {
      const watch = request.watchId === undefined ? null : watchNow(request.watchId);
      return watch === undefined ? null : <WatchDialog watch={watch} watched={request.watched} />;
    }
    case 'rule':
      return <RuleDialog ruleId={request.ruleId ?? null} query={request.query ?? ''} feeds={feeds} folders={folders} />;
    case 'figure':
      return <FigureDialog articleId={request.articleId} figure={request.figure} quote={request.quote} />;
    case 'usd-rate':
      return <RateDialog />;
    case 'lens-changes':
      return <LensChangesDialog />;
    default:
      return request satisfies never;
  }
}

/** The dialog that the state asks for, and what a dropped file opens. Place it once, anywhere in the window. */
export function Dialogs() {
  const request = useUi((state) => state.dialog);
  const answer = useFeeds().data ?? { feeds: [], folders: [] };
  useWaysIn();
  const dialog = request ? dialogFor(request, answer) : null;
  const isOrphan = request !== null && dialog === null;
  useEffect(() => {
    if (isOrphan) closeDialog();
  }, [isOrphan]);
  useLayoutEffect(() => {
    // Behind the drawing: its first field has the keys by then, and says to React what it holds.
    if (request !== null) queueMicrotask(giveTyped);
  }, [request]);
  useEffect(() => {
    if (request === null) return undefined;
    return () => {
      // What opened the dialog may have gone meanwhile: an empty list's button, once sources were imported.
      if (document.activeElement === document.body) focusPane(useUi.getState().pane);
    };
  }, [request]);
  return (
    <>
      <FileDrop />
      {dialog}
    </>
  );
}
