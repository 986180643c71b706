import { LensPane } from '../lens/lens-pane.tsx';
import { ImageViewer } from '../reading/image-viewer.tsx';
import { MatchBar } from '../search/match-bar.tsx';
import { WatchOverview } from '../watch/watch-overview.tsx';
import { ArticleContent } from './article-content.tsx';

/** What is drawn once an article or a watch is open: a file of its own, with the sanitizer, highlights, lens and charts in it. See use-parts.ts. */
export const PARTS = { ArticleContent, ImageViewer, LensPane, MatchBar, WatchOverview } as const;
