import type { CopyId, DiffBlock } from '../../electron/contract/bookmark.ts';
import type { Article } from '../../electron/contract/model.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import figures from '../article/figures.module.css';
import text from '../article/text.module.css';
import { ErrorNote } from '../components/error-note.tsx';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import { useDifference } from './use-evidence.ts';
import styles from './difference.module.css';

const TAGS = { title: 'h2', heading: 'h2', text: 'p', image: 'p' } as const satisfies Record<DiffBlock['kind'], string>;

function Block({ block }: { readonly block: DiffBlock }) {
  const { t } = useWords();
  const Tag = TAGS[block.kind];
  const words = (words: string) => (block.kind !== 'image' ? words : words ? t('evidence.imageOf', { alt: words }) : t('evidence.image'));
  return (
    <Tag className={block.change === 'kept' ? undefined : styles.changed}>
      {block.parts.map((part, index) => {
        const shown = words(part.text);
        // oxlint-disable-next-line react/no-array-index-key -- a difference never changes
        if (part.change === 'added') return <ins key={index} className={styles.added}>{shown}</ins>;
        // oxlint-disable-next-line react/no-array-index-key -- as above
        if (part.change === 'removed') return <del key={index} className={styles.removed}>{shown}</del>;
        // oxlint-disable-next-line react/no-array-index-key -- as above
        return <span key={index}>{shown}</span>;
      })}
    </Tag>
  );
}

export interface DifferenceViewProps {
  readonly from: CopyId;
  readonly to: CopyId;
  readonly article: Article;
}

/** What changed from one copy to another: words that went struck through, words that came underlined, in their place. */
export function DifferenceView({ from, to, article }: DifferenceViewProps) {
  const { t, format } = useWords();
  const { data, error } = useDifference(from, to);
  if (error) return <ErrorNote error={asReaderError(error)} />;
  if (!data) return null;
  const at = (time: number) => `${format.date(time)} ${format.time(time)}`;
  const name = t('evidence.differenceName', { from: at(data.from.retrievedAt), to: at(data.to.retrievedAt) });
  const isSame = data.blocks.every(({ change }) => change === 'kept');
  return (
    <section aria-label={name} className={styles.difference}>
      <p className={styles.about}>{isSame ? t('evidence.differenceNone') : name}</p>
      <div className={`${text.text} ${figures.figures}`} dir="auto" lang={textLang(article.summary || article.title, article.lang)}>
        {data.blocks.map((block, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a difference never changes
          <Block key={index} block={block} />
        ))}
      </div>
    </section>
  );
}
