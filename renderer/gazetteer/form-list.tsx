import type { Entity } from '../../electron/contract/gazetteer.ts';
import { Button } from '../components/button.tsx';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { formsOf } from './entity-forms.ts';
import type { EntityForm } from './entity-forms.ts';
import styles from './gazetteer.module.css';

export interface FormListProps {
  readonly name: string;
  readonly entity: Entity;
  readonly onHide: (form: string) => void;
  readonly onShow: (form: string) => void;
  readonly onDrop: (form: EntityForm) => void;
}

/** When and where a form counts, in words. */
function conditionWords({ from, to, needs, exact, isMine, isHidden }: EntityForm, { t }: Words): string {
  const when = from !== null && to !== null ? t('names.span', { from, to }) : from !== null ? t('names.from', { from }) : to === null ? '' : t('names.until', { to });
  const where = needs === null ? (exact ? t('names.exact') : '') : t(needs === 'ticker' ? 'names.ticker' : 'names.inContext');
  return [isHidden ? t('names.hiddenForm') : '', isMine ? t('names.yours') : '', when, where].filter(Boolean).join(t('entities.joiner'));
}

/** The keys go on from a form that leaves. */
function toNeighbour(button: HTMLElement): void {
  const row = button.closest('li');
  (row?.nextElementSibling ?? row?.previousElementSibling)?.querySelector('button')?.focus();
}

/** The forms of an entity, each to be hidden or, where a person gave it, removed. */
export function FormList({ name, entity, onHide, onShow, onDrop }: FormListProps) {
  const words = useWords();
  const { t } = words;
  const given = new Set(entity.mine?.aliases.map(({ text }) => text));
  return (
    <ul className={styles.forms} aria-label={t('names.formList', { name })}>
      {formsOf(entity).map((form) => {
        const { text, lang, isHidden, from, to } = form;
        const isGiven = form.isMine && given.has(text);
        return (
          <li key={`${text}-${from}-${to}`} className={isHidden ? `${styles.form} ${styles.off}` : styles.form}>
            <span className={styles.first} lang={textLang(text, lang)}>
              {text}
            </span>
            <span className={styles.kind}>{conditionWords(form, words)}</span>
            <Button
              kind="quiet"
              aria-label={t(isGiven ? 'names.dropForm' : isHidden ? 'names.showForm' : 'names.hideForm', { form: text })}
              onClick={({ currentTarget }) => {
                if (isGiven) {
                  toNeighbour(currentTarget);
                  onDrop(form);
                } else if (isHidden) onShow(text);
                else onHide(text);
              }}
            >
              {t(isGiven ? 'names.drop' : isHidden ? 'names.show' : 'names.hide')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
