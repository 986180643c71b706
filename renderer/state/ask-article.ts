import type { TextOrigin } from '../../electron/contract/full-text.ts';
import type { Article, ArticleId } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';
import { current } from './agreement.ts';

/** An article as the engine has it, with the marks that this window has set since it was asked. `text` is the one that the person chose, if any. */
export function askArticle(articleId: ArticleId, text?: TextOrigin): Promise<Article> {
  return current(async (agree) => agree(await call('getArticle', { articleId, ...(text && { text }) })));
}
