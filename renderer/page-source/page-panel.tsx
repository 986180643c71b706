import { useId, useState } from 'react';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { Icon } from '../components/icon.tsx';
import { Select } from '../components/select.tsx';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { ItemTable } from './item-table.tsx';
import { LinkPicker } from './link-picker.tsx';
import { listName } from './list-name.ts';
import { RuleFields } from './rule-fields.tsx';
import { sameRules } from './rules-draft.ts';
import type { PageSource } from './use-page-source.ts';
import styles from './page-panel.module.css';

function takenWords({ shown, isTrying, ruleError }: PageSource, { t }: Words): string {
  if (isTrying) return t('pageSource.trying');
  if (ruleError) return '';
  if (!shown) return t('pageSource.nothing');
  const dated = shown.filled.date;
  return [t('pageSource.taken', { count: shown.itemCount }), dated === 0 ? t('pageSource.undated') : t('pageSource.dated', { count: dated })].join(t('pageSource.joiner'));
}

/** What a page would give, and the two ways to correct it: by pointing at a headline, and by rules. */
export function PagePanel({ page, disabled }: { readonly page: PageSource; readonly disabled: boolean }) {
  const words = useWords();
  const { t } = words;
  const { preview, lists, present, chosen, rules, shown, last } = page;
  const [isWriting, setWriting] = useState(false);
  const rulesId = useId();
  if (!preview || !rules) return null;

  if (page.isPicking) {
    const isBare = lists.length === 0;
    return (
      <>
        {isBare ? <p className={styles.unsure}>{t('pageSource.noList')}</p> : null}
        <LinkPicker
          links={preview.links}
          lang={preview.lang}
          busy={page.isPointing || disabled}
          isNone={page.pointError?.code === 'no-list-found'}
          onChoose={page.pointAt}
          onBack={isBare ? null : () => page.pick(false)}
        />
        {page.pointError && page.pointError.code !== 'no-list-found' ? <ErrorNote error={page.pointError} /> : null}
        {isBare ? (
          <div className={styles.tools}>
            <Button
              kind="quiet"
              icon="chevron-right"
              onClick={() => {
                setWriting(true);
                page.pick(false);
              }}
            >
              {t('pageSource.rules')}
            </Button>
          </div>
        ) : null}
      </>
    );
  }

  const nameOf = (at: number): string => {
    const list = lists[at];
    if (!list) return '';
    return list === present ? t('pageSource.presentList', { count: list.itemCount }) : listName(list, words);
  };
  const isUnsure = shown?.confidence === 'unsure';
  const oddError = page.ruleError && page.ruleError.code !== 'bad-selector' ? page.ruleError : null;
  return (
    <div className={styles.panel}>
      {lists.length > 1 ? (
        <Select
          className={styles.list}
          label={t('pageSource.list')}
          size="large"
          value={String(chosen ? lists.indexOf(chosen) : 0)}
          options={lists.map((_, at) => ({ value: String(at), label: nameOf(at) }))}
          disabled={disabled}
          onChange={(value) => {
            const list = lists[Number(value)];
            if (list) page.choose(list);
          }}
        />
      ) : null}
      <output className={styles.taken}>{takenWords(page, words)}</output>
      {isUnsure ? (
        <p className={styles.unsure}>
          <Icon name="clock" size={14} className={styles.mark} />
          {t('pageSource.unsure')}
        </p>
      ) : null}
      {last ? <ItemTable list={last} url={preview.url} lang={preview.lang} isLow={isWriting} isOld={shown === null} /> : null}
      {oddError ? <ErrorNote error={oddError} /> : null}
      <div className={styles.tools}>
        <Button disabled={disabled || preview.links.length === 0} onClick={() => page.pick(true)}>
          {t('pageSource.choose')}
        </Button>
        <Button kind="quiet" icon={isWriting ? 'chevron-down' : 'chevron-right'} aria-expanded={isWriting} aria-controls={isWriting ? rulesId : undefined} onClick={() => setWriting(!isWriting)}>
          {t('pageSource.rules')}
        </Button>
      </div>
      {isWriting ? (
        <div id={rulesId}>
          <RuleFields
            rules={rules}
            shown={shown}
            isTrying={page.isTrying}
            error={page.ruleError}
            canReset={chosen !== null && !sameRules(rules, chosen.rules)}
            onWrite={page.write}
            onReset={page.resetRules}
          />
        </div>
      ) : null}
    </div>
  );
}
