import { useEffect, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { asReaderError } from '../client/as-reader-error.ts';
import { useFeeds } from '../client/queries.ts';
import { useRules } from '../client/watch-queries.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { useMenu } from '../components/use-menu.tsx';
import alerts from '../alerts/alerts.module.css';
import { Bar, BarSpace } from '../layout/bar.tsx';
import { toggleSidebar } from '../layout/toggle-sidebar.ts';
import { useSidebarShown } from '../layout/lens-place.ts';
import { focusPane, openPage } from '../state/navigate.ts';
import { openDialog, useUi } from '../state/ui.ts';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';
import { RuleRow, ruleMenu } from './rule-row.tsx';
import { RunLine } from './run-line.tsx';
import styles from './rules.module.css';

const NONE: readonly never[] = [];

/** The rules in the order in which they act, and the last run of one. */
export function RulesPage({ toast }: { readonly toast: ReactNode }) {
  const words = useWords();
  const { t } = words;
  const { data, error, refetch } = useRules();
  const { data: known } = useFeeds();
  const layout = useUi((state) => state.layout);
  const drawer = useUi((state) => state.drawer);
  const { openAt, menu } = useMenu();
  const [at, setAt] = useState<number | null>(null);
  const rules = data?.rules ?? NONE;
  const narrow = layout === 'narrow';
  const noSidebar = !useSidebarShown() || narrow;
  const isKnown = data !== undefined;
  const reachable = rules.some(({ id }) => id === at) ? at : (rules[0]?.id ?? null);
  useEffect(() => {
    if (isKnown && useUi.getState().pane !== 'sidebar') focusPane('list');
  }, [isKnown]);

  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const index = rules.findIndex(({ id }) => id === reachable);
    const aims: Record<string, number> = { ArrowDown: index + 1, j: index + 1, ArrowUp: index - 1, k: index - 1, Home: 0, End: rules.length - 1 };
    const aim = aims[event.key];
    if (aim === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const rule = rules[aim];
    if (rule) event.currentTarget.querySelector<HTMLElement>(`[data-rule="${rule.id}"]`)?.focus();
  };
  const add = <Button onClick={() => openDialog({ kind: 'rule' })}>{t('rules.add')}</Button>;
  const body = () => {
    if (error && !data) {
      const { title, cause, next } = errorWords(asReaderError(error), words);
      return <EmptyState title={title} text={[cause, next].join(t('row.joiner'))} actions={<Button onClick={() => void refetch()}>{t('common.tryAgain')}</Button>} />;
    }
    if (!data) return null;
    if (rules.length === 0) {
      return (
        <div className={alerts.instead} tabIndex={-1} data-pane-focus="">
          <EmptyState title={t('rules.emptyTitle')} text={t('rules.emptyText')} actions={add} />
        </div>
      );
    }
    return (
      <div className={alerts.scroll} data-page-scroll="">
        <p className={styles.intro}>{t('rules.intro')}</p>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the rows inside */}
        <ol className={styles.list} aria-label={t('rules.name')} onKeyDown={keyDown}>
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
    <section className={alerts.page} aria-label={t('rules.title')} data-pane="list" inert={narrow && drawer}>
      <Bar className={noSidebar ? `${alerts.bar} ${alerts.withButton}` : alerts.bar} first={noSidebar} last>
        {noSidebar ? <IconButton icon="sidebar" label={t('sidebar.show')} keys="[" onClick={toggleSidebar} /> : null}
        <h1 className={alerts.pageTitle}>{t('rules.title')}</h1>
        <BarSpace />
        {rules.length > 0 ? add : null}
        <IconButton icon="bell" label={t('alerts.title')} keys="G A" onClick={() => openPage('alerts', true)} />
      </Bar>
      {body()}
      {menu}
      {toast}
    </section>
  );
}
