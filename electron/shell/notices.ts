import type { ReaderBridge } from '../contract/api.ts';
import type { ArticleId } from '../contract/model.ts';
import type { Notice } from '../contract/watch.ts';
import type { ShellWords } from './shell-words.ts';

export interface ShownNotice {
  readonly title: string;
  readonly body: string;
  readonly onClick: () => void;
}

export interface NoticesOptions {
  readonly reader: ReaderBridge;
  /** Whether the person wants the system's notifications, and it has them. */
  readonly wanted: () => boolean;
  readonly words: () => Pick<ShellWords, 'stories' | 'matched'>;
  readonly show: (notice: ShownNotice) => void;
  readonly open: (articleId: ArticleId) => void;
  readonly onProblem: (message: string) => void;
}

/** What names an alert's cause: a title of the person's, else the words or the entity that matched. */
function whyOf({ reasons }: Notice): readonly string[] {
  return [...new Set(reasons.flatMap(({ words, title, entityId }) => (words.length > 0 ? words : [title || (entityId?.split(':')[1] ?? '')])))].filter((word) => word !== '');
}

/** Shows what is due as the system's notifications, each once; a click opens the article. Returns the way to stop. */
export function followNotices({ reader, wanted, words, show, open, onProblem }: NoticesOptions): () => void {
  let asking = false;
  let again = false;

  const take = async (): Promise<void> => {
    if (!wanted()) return;
    const answer = await reader.call('takeNotices', {});
    // An engine without its library has nothing to tell, and says so elsewhere.
    if (!answer.ok) return;
    const { notices } = answer.value as { readonly notices: readonly Notice[] };
    for (const notice of notices) {
      const { stories, matched } = words();
      const why = whyOf(notice);
      const because = why.length > 0 ? matched(why.join(', ')) : '';
      show({
        title: notice.count > 1 ? stories(notice.count) : notice.articleTitle,
        body: [notice.count > 1 ? notice.articleTitle : notice.feedTitle, because].filter((line) => line !== '').join('\n'),
        onClick: () => open(notice.articleId),
      });
    }
  };

  const soon = async (): Promise<void> => {
    again = true;
    if (asking) return;
    asking = true;
    while (again) {
      again = false;
      try {
        await take();
      } catch (error) {
        onProblem(`notifications: ${String(error)}`);
      }
    }
    asking = false;
  };

  const stop = reader.onEvent(({ kind }) => {
    if (kind === 'alerts') void soon();
  });
  // What fell due while the app was closed.
  void soon();
  return stop;
}
