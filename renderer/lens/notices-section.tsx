import type { ArticleId } from '../../electron/contract/model.ts';
import { useNoticeLinks } from '../client/lens-queries.ts';
import { showArticle } from '../alerts/alert-actions.ts';
import { showFailure } from '../state/show-failure.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import rail from './story-rail.module.css';
import styles from './lens.module.css';

/** Documents that the article names by number, and who else names them, in whichever language. */
export function NoticesSection({ articleId, className = styles.section }: { readonly articleId: ArticleId; readonly className?: string | undefined }) {
  const { t } = useWords();
  const { data } = useNoticeLinks(articleId);
  const notices = (data?.notices ?? []).filter(({ count }) => count > 0);
  if (notices.length === 0) return null;
  return (
    <section className={className} aria-label={t('lens.notices')}>
      <h3 className={styles.head}>{t('lens.notices')}</h3>
      <ul>
        {notices.map(({ number, printed, count, articles }) => (
          <li key={`${number} ${printed}`} className={rail.notice}>
            <p className={rail.about} dir="auto">
              {t('lens.sameDocument', { printed, count })}
            </p>
            <ul>
              {articles.map(({ source, sentenceText }) => (
                <li key={source.articleId}>
                  <button type="button" className={rail.link} dir="auto" lang={textLang(source.title, source.lang)} title={sentenceText} onClick={() => void showArticle(source.articleId, null).catch(showFailure)}>
                    {source.title}
                  </button>
                  <span className={rail.note} dir="auto">
                    {source.feedTitle}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
