import type { TextOrigin } from '../../electron/contract/full-text.ts';
import type { Article } from '../../electron/contract/model.ts';
import { Segment } from '../components/segment.tsx';
import { useWords } from '../words/use-words.ts';

/** Which of an article's two texts is shown. */
export function TextToggle({ article, onChoose }: { readonly article: Article; readonly onChoose: (text: TextOrigin) => void }) {
  const { t } = useWords();
  return (
    <Segment
      label={t('fullText.choose')}
      value={article.textOrigin}
      options={[
        { value: 'page', label: t('fullText.page') },
        { value: 'feed', label: t('fullText.feed') },
      ]}
      onChange={onChoose}
    />
  );
}
