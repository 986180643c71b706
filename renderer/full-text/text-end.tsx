import type { ReactNode } from 'react';
import type { Article } from '../../electron/contract/model.ts';
import { useFeeds } from '../client/queries.ts';
import { Button } from '../components/button.tsx';
import { openInBrowser } from '../state/article-actions.ts';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import styles from './full-text.module.css';
import type { FullTextAsking } from './use-full-text.ts';

/** Where another try brings the same answer and the browser may not. */
const WALLS: ReadonlySet<string> = new Set(['login-wall', 'unauthorized', 'forbidden']);

function lacking({ wholeness, fullText }: Article, offline: boolean, words: Words): string {
  const { t } = words;
  if (fullText.state === 'failed' && WALLS.has(fullText.code)) return t('article.summaryOnly');
  if (fullText.state === 'failed') {
    const { title, cause } = errorWords(fullText, words);
    const failed = t('fullText.failed', { title, cause });
    return wholeness === 'none' ? [t('article.noText'), failed].join(t('row.joiner')) : failed;
  }
  if (offline) return t('fullText.notTaken');
  if (wholeness === 'none') return t('article.noText');
  return t(wholeness === 'cut' ? 'article.summaryOnly' : 'fullText.teaser');
}

/** After a text that is not all of its article: that the rest is on its way, or why it is not here and what would bring it. */
export function TextEnd({ article, offline, asking: { asking, ask } }: { readonly article: Article; readonly offline: boolean; readonly asking: FullTextAsking }): ReactNode {
  const words = useWords();
  const { t } = words;
  const { data: known } = useFeeds();
  const { id, url, wholeness, textOrigin, fullText, images, feedId } = article;
  const isPicture = wholeness === 'none' && images.length > 0;
  if (url === null || textOrigin === 'page' || fullText.state === 'kept' || wholeness === 'whole' || isPicture) return null;
  const mode = known?.feeds.find((feed) => feed.id === feedId)?.fullText ?? 'opened';
  if (asking && (mode !== 'feed' || fullText.state === 'failed')) {
    return (
      <output className={styles.end}>
        <span className={styles.quiet}>{t('fullText.fetching', { host: URL.parse(url)?.host ?? url })}</span>
      </output>
    );
  }
  const isWall = fullText.state === 'failed' && WALLS.has(fullText.code);
  const browser = (
    <Button key="browser" icon="external" onClick={() => openInBrowser(id)}>
      {t('article.openInBrowser')}
    </Button>
  );
  const again = (
    <Button key="again" kind={isWall ? 'quiet' : 'plain'} onClick={ask}>
      {t(fullText.state === 'failed' ? 'common.tryAgain' : 'fullText.get')}
    </Button>
  );
  return (
    <div className={styles.end}>
      <span>{lacking(article, offline, words)}</span>
      <span className={styles.buttons}>{offline ? browser : isWall ? [browser, again] : [again, browser]}</span>
    </div>
  );
}
