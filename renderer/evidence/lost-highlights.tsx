import type { Highlight } from '../../electron/contract/bookmark.ts';
import { IconButton } from '../components/icon-button.tsx';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import { removeHighlight } from './evidence-actions.ts';
import { copyWords } from './evidence-commands.ts';
import styles from './evidence.module.css';
import stroke from './stroke.module.css';

export interface LostHighlightsProps {
  readonly highlights: readonly Highlight[];
  /** They stand in the other of the article's two texts. */
  readonly elsewhere?: boolean;
}

/** Below the text: highlights that it does not hold, each with its words and its note. */
export function LostHighlights({ highlights, elsewhere = false }: LostHighlightsProps) {
  const { t } = useWords();
  const title = t(elsewhere ? 'evidence.elsewhereTitle' : 'evidence.lostTitle', { count: highlights.length });
  return (
    <section className={styles.lost} aria-label={title}>
      <h2>{title}</h2>
      <p>{t(elsewhere ? 'evidence.elsewhereText' : 'evidence.lostText')}</p>
      <ul>
        {highlights.map((highlight) => (
          <li key={highlight.id}>
            <div>
              <q className={stroke.stroke} dir="auto" lang={textLang(highlight.quote, null)}>
                {highlight.quote}
              </q>
              {highlight.note ? <p dir="auto">{highlight.note}</p> : null}
            </div>
            <IconButton icon="copy" size="small" label={t('common.copy')} onClick={() => void copyWords(highlight.quote)} />
            <IconButton icon="trash" size="small" label={t('evidence.removeHighlight')} onClick={() => void removeHighlight(highlight)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
