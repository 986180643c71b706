import { useId, useState } from 'react';
import type { Feed, Folder } from '../../electron/contract/model.ts';
import type { DryRun, RuleEffects, RuleId } from '../../electron/contract/rules.ts';
import { useRules } from '../client/watch-queries.ts';
import { call } from '../client/transport.ts';
import { Button } from '../components/button.tsx';
import { Checkbox } from '../components/checkbox.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { Several } from '../components/several.tsx';
import { TextField } from '../components/text-field.tsx';
import { useTask } from '../components/use-task.ts';
import { QueryProblems } from '../search/query-problems.tsx';
import { closeDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { addRule, changeRule } from './rule-actions.ts';
import { DryRunPart } from './dry-run-part.tsx';
import { conditionsOf, draftOf, fieldsOf, hasConditions, hasEffects, type RuleFields } from './rule-draft.ts';
import styles from './rules.module.css';

export interface RuleDialogProps {
  /** The one that is edited; null for a new one. */
  readonly ruleId: RuleId | null;
  /** What a new one begins with. */
  readonly query: string;
  readonly feeds: readonly Feed[];
  readonly folders: readonly Folder[];
}

const LANGS = ['en', 'zh', 'ja', 'ko', 'de', 'fr', 'es', 'pt', 'ru'] as const;
const EFFECTS = [
  { effect: 'mute', hint: 'rules.muteHint' },
  { effect: 'markRead', hint: null },
  { effect: 'bookmark', hint: null },
  { effect: 'raise', hint: 'rules.raiseHint' },
  { effect: 'notify', hint: null },
] as const satisfies readonly { effect: keyof RuleEffects; hint: string | null }[];

/** Adds a rule or changes one. What it would act on can be seen before it is saved. */
export function RuleDialog({ ruleId, query, feeds, folders }: RuleDialogProps) {
  const { t, format } = useWords();
  const { data } = useRules();
  const before = data?.rules.find(({ id }) => id === ruleId) ?? null;
  const [fields, setFields] = useState<RuleFields>(() => fieldsOf(before, query));
  const [tried, setTried] = useState<DryRun | null>(null);
  const [isUntitled, setUntitled] = useState(false);
  const task = useTask();
  const trial = useTask();
  const titleErrorId = useId();

  const set = (patch: Partial<RuleFields>) => {
    setFields({ ...fields, ...patch });
    task.forgive();
    if ('query' in patch || 'sources' in patch || 'langs' in patch) {
      setTried(null);
      trial.reset();
    }
    if ('title' in patch) setUntitled(false);
  };
  const submit = () => {
    if (fields.title.trim() === '') {
      setUntitled(true);
      return;
    }
    const draft = draftOf(fields, before);
    task.run(() => (before ? changeRule(before, draft) : addRule(draft)), closeDialog);
  };
  const sources = [
    ...folders.map(({ id, title }) => ({ value: `folder:${id}`, label: title })),
    ...feeds.map(({ id, title }) => ({ value: `feed:${id}`, label: title, depth: folders.length > 0 ? 1 : 0 })),
  ];
  // A rule from elsewhere may ask for others.
  const langs = [...new Set([...LANGS, ...fieldsOf(before, '').langs])];
  const error = task.error ?? trial.error;
  return (
    <Dialog
      title={t(before ? 'rules.editTitle' : 'rules.addTitle')}
      width={600}
      onClose={closeDialog}
      onSubmit={submit}
      note={
        <Button size="large" disabled={!hasConditions(fields)} onClick={() => trial.run(() => call('dryRunRule', { rule: { when: conditionsOf(fields) } }), setTried)}>
          {t('rules.dryRun')}
        </Button>
      }
      actions={
        <>
          <Button size="large" onClick={closeDialog}>
            {t('common.cancel')}
          </Button>
          <Button size="large" kind="primary" type="submit" disabled={task.busy || !hasConditions(fields) || !hasEffects(fields)}>
            {t('rules.save')}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <div>
          <TextField size="large" label={t('rules.ruleTitle')} value={fields.title} maxLength={200} autoComplete="off" data-first-focus="" errorId={isUntitled ? titleErrorId : undefined} onChange={(title) => set({ title })} />
          {isUntitled ? (
            <p className={styles.problem} id={titleErrorId} role="alert">
              {t('rules.noTitle')}
            </p>
          ) : null}
        </div>
        <fieldset className={styles.group}>
          <legend>{t('rules.when')}</legend>
          <div>
            <TextField size="large" label={t('rules.query')} value={fields.query} maxLength={1000} spellCheck={false} autoComplete="off" onChange={(next) => set({ query: next })} />
            <p className={styles.hint}>{t('rules.queryHint')}</p>
            <QueryProblems query={fields.query} />
          </div>
          <div className={styles.pair}>
            <Several label={t('rules.source')} values={fields.sources} options={sources} none={t('rules.anySource')} more={t('rules.moreSources')} gone={t('rules.goneSource')} onChange={(next) => set({ sources: next })} />
            <Several label={t('rules.lang')} values={fields.langs} options={langs.map((lang) => ({ value: lang, label: format.language(lang) }))} none={t('rules.anyLang')} more={t('rules.moreLangs')} gone="" onChange={(next) => set({ langs: next })} />
          </div>
        </fieldset>
        <fieldset className={styles.group}>
          <legend>{t('rules.effects')}</legend>
          <div className={styles.effects}>
            {EFFECTS.map(({ effect, hint }) => (
              <Checkbox key={effect} label={t(`rules.${effect}`)} hint={hint === null ? undefined : t(hint)} checked={fields.effects[effect] === true} onChange={(on) => set({ effects: { ...fields.effects, [effect]: on } })} />
            ))}
          </div>
          <div>
            <TextField size="large" label={t('rules.tags')} value={fields.tags} maxLength={500} autoComplete="off" onChange={(tags) => set({ tags })} />
            <p className={styles.hint}>{t('rules.tagsHint')}</p>
          </div>
        </fieldset>
        <DryRunPart result={tried} busy={trial.busy} />
        {error ? <ErrorNote error={error} /> : null}
      </div>
    </Dialog>
  );
}
