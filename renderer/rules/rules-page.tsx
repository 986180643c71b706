import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useFeeds } from '../client/queries.ts';
import { useRules } from '../client/watch-queries.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { useMenu } from '../components/use-menu.tsx';
import { PageBar } from '../layout/page-bar.tsx';
import { PageError } from '../layout/page-error.tsx';
import { PageInstead } from '../layout/page-instead.tsx';
import { PlainPage } from '../layout/plain-page.tsx';
import { stepRows } from '../layout/step-rows.ts';
import { focusPane, openPage } from '../state/navigate.ts';
import { openDialog, useUi } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { RuleRow, ruleMenu } from './rule-row.tsx';
import { RunLine } from './run-line.tsx';
import scroll from '../layout/page-scroll.module.css';
import styles from './rules.module.css';

const NONE: readonly never[] = [];

/** The rules in the order in which they act, and the last run of one. */
export function RulesPage({ toast }: { readonly toast: ReactNode }) {
  const words = useWords();
  const { t } = words;
  const { data, error, refetch } = useRules();
  const { data: known } = useFeeds();
  const { openAt, menu } = useMenu();
  const [at, setAt] = useState<number | null>(null);
  const rules = data?.rules ?? NONE;
  const isKnown = data !== undefined;
  const reachable = rules.some(({ id }) => id === at) ? at : (rules[0]?.id ?? null);
  useEffect(() => {
    if (isKnown && useUi.getState().pane !== 'sidebar') focusPane('list');
  }, [isKnown]);

  const add = <Button onClick={() => openDialog({ kind: 'rule' })}>{t('rules.add')}</Button>;
  const body = () => {
    if (error && !data) return <PageError error={error} onRetry={() => void refetch()} />;
    if (!data) return null;
    if (rules.length === 0) {
      return (
        <PageInstead>
          <EmptyState title={t('rules.emptyTitle')} text={t('rules.emptyText')} actions={add} />
        </PageInstead>
      );
    }
    return (
      <div className={scroll.scroll} data-page-scroll="">
        <p className={styles.intro}>{t('rules.intro')}</p>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the rows inside */}
        <ol className={styles.list} aria-label={t('rules.name')} onKeyDown={(event) => void stepRows(event, { keys: rules.map(({ id }) => String(id)), at: reachable === null ? null : String(reachable), attribute: 'data-rule' })}>
          {rules.map((rule) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              of={rules.length}
              known={known ?? { feeds: NONE, folders: NONE }}
              reachable={rule.id === reachable}
              onFocus={() => setAt(rule.id)}
              onMenu={(one, anchor) => openAt(anchor, t('rules.menuOf', { title: one.title }), ruleMenu(one, rules.length, words))}
            />
          ))}
        </ol>
        <RunLine rules={rules} />
      </div>
    );
  };
  return (
    <PlainPage label={t('rules.title')} toast={toast}>
      <PageBar last title={t('rules.title')} count="">
        {rules.length > 0 ? add : null}
        <IconButton icon="bell" label={t('alerts.title')} keys="G A" onClick={() => openPage('alerts', true)} />
      </PageBar>
      {body()}
      {menu}
    </PlainPage>
  );
}
