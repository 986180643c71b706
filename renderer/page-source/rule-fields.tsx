import { useEffect, useId, useRef } from 'react';
import type { ReaderError } from '../../electron/contract/errors.ts';
import type { PageList, PageRules } from '../../electron/contract/page.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/text-field.tsx';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { emptyPart, ruleLines, withPart } from './rules-draft.ts';
import type { RuleLine, RulePart } from './rules-draft.ts';
import styles from './rule-fields.module.css';

const REASONS = { empty: 'empty', 'too-long': 'tooLong', 'not-a-selector': 'notASelector', unsupported: 'unsupported', 'not-a-path': 'notAPath' } as const;

function reasonWords(reason: unknown, { t }: Words): string {
  const known = typeof reason === 'string' && Object.hasOwn(REASONS, reason) ? REASONS[reason as keyof typeof REASONS] : 'other';
  return t(`pageSource.reason.${known}`);
}

/** How many items of the list have the part; null where it is not counted. */
function countOf(part: RulePart, { itemCount, filled }: PageList): number | null {
  if (part === 'item' || part === 'items') return itemCount;
  return part === 'in' || part === 'id' ? null : filled[part];
}

interface RuleFieldProps {
  readonly line: RuleLine;
  readonly problem: string | null;
  readonly found: string | null;
  readonly onWrite: (written: string) => void;
}

function RuleField({ line: { part, value, whenEmpty }, problem, found, onWrite }: RuleFieldProps) {
  const { t } = useWords();
  const problemId = useId();
  return (
    <div className={styles.line}>
      <label className={styles.name} htmlFor={`${problemId}-field`}>
        {t(`pageSource.field.${part}`)}
      </label>
      <div className={styles.value}>
        <TextField
          id={`${problemId}-field`}
          className={styles.field}
          label={t(`pageSource.field.${part}`)}
          labelHidden
          value={value}
          maxLength={500}
          placeholder={whenEmpty === 'refused' ? undefined : t(`pageSource.${whenEmpty}`)}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          errorId={problem === null ? undefined : problemId}
          onChange={onWrite}
        />
        {problem === null ? null : (
          <p className={styles.problem} id={problemId} role="alert">
            {problem}
          </p>
        )}
      </div>
      <span className={styles.count}>{found}</span>
    </div>
  );
}

export interface RuleFieldsProps {
  readonly rules: PageRules;
  /** What the rules take; null while they are tried, and where they find nothing. */
  readonly shown: PageList | null;
  readonly isTrying: boolean;
  readonly error: ReaderError | null;
  readonly canReset: boolean;
  readonly onWrite: (rules: PageRules) => void;
  readonly onReset: () => void;
}

/** The rules by which the list is read, each with what it finds. */
export function RuleFields({ rules, shown, isTrying, error, canReset, onWrite, onReset }: RuleFieldsProps) {
  const words = useWords();
  const { t } = words;
  const ref = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    // It answers with a promise in newer Chromium, which React would take for a clean-up.
    ref.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const empty = emptyPart(rules);
  const problemOf = (part: RulePart): string | null => {
    if (part === empty) return t('pageSource.reason.empty');
    return error?.code === 'bad-selector' && error.detail['field'] === part ? reasonWords(error.detail['reason'], words) : null;
  };
  const foundOf = (part: RulePart): string | null => {
    if (isTrying || empty !== null || error) return null;
    const count = shown ? countOf(part, shown) : part === 'item' || part === 'items' ? 0 : null;
    return count === null ? null : t('pageSource.found', { count });
  };
  return (
    <fieldset ref={ref} className={styles.rules}>
      <legend className="visually-hidden">{t('pageSource.rules')}</legend>
      {ruleLines(rules).map((line) => (
        <RuleField
          key={line.part}
          line={line}
          problem={problemOf(line.part)}
          found={foundOf(line.part)}
          onWrite={(written) => {
            onWrite(withPart(rules, line.part, written));
          }}
        />
      ))}
      <div className={styles.foot}>
        <p className={styles.hint}>{t(rules.kind === 'html' ? 'pageSource.rulesHint' : 'pageSource.rulesHintJson')}</p>
        <Button disabled={!canReset} onClick={onReset}>
          {t('pageSource.reset')}
        </Button>
      </div>
    </fieldset>
  );
}
