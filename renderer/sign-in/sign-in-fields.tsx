import { useEffect, useId, useRef } from 'react';
import type { CredentialsKind } from '../../electron/contract/credentials.ts';
import { Segment } from '../components/segment.tsx';
import { TextField } from '../components/text-field.tsx';
import { useWords } from '../words/use-words.ts';
import { SecretField } from './secret-field.tsx';
import type { SignInField, SignInForm, SignInProblem } from './sign-in-form.ts';
import styles from './sign-in.module.css';

const KIND_WORDS = { basic: 'signIn.kindBasic', header: 'signIn.kindHeader', url: 'signIn.kindUrl' } as const satisfies Record<CredentialsKind, string>;

export interface SignInFieldsProps {
  readonly form: SignInForm;
  readonly problem: SignInProblem | null;
  readonly onChange: (patch: Partial<SignInForm>) => void;
  /** Who hears it. */
  readonly host: string;
  /** Names of the parts of the address that are kept apart from it. */
  readonly keys?: readonly string[];
}

/** User and password, or a header, or the key that belongs into the address. */
export function SignInFields({ form, problem, onChange, host, keys = [] }: SignInFieldsProps) {
  const { t } = useWords();
  const problemId = useId();
  const fieldsRef = useRef<HTMLFieldSetElement>(null);
  // Once, as they appear: the arrow keys that choose another way stay where they are.
  useEffect(() => {
    fieldsRef.current?.querySelector<HTMLInputElement>('input:not([type="radio"])')?.focus();
  }, []);
  const kinds: readonly CredentialsKind[] = keys.length > 0 ? ['url', 'basic', 'header'] : ['basic', 'header'];
  const errorOf = (field: SignInField): string | undefined => (problem?.field === field ? problemId : undefined);
  return (
    <fieldset className={styles.fields} ref={fieldsRef}>
      <legend className="visually-hidden">{t('signIn.how')}</legend>
      <Segment
        label={t('signIn.how')}
        value={form.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(KIND_WORDS[kind]) }))}
        onChange={(kind) => {
          onChange({ kind });
        }}
      />
      {form.kind === 'basic' ? (
        <div className={styles.pair}>
          <TextField
            className={styles.half}
            label={t('signIn.user')}
            size="large"
            value={form.user}
            maxLength={500}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            errorId={errorOf('user')}
            onChange={(user) => {
              onChange({ user });
            }}
          />
          <SecretField
            className={styles.half}
            label={t('signIn.password')}
            value={form.password}
            errorId={errorOf('password')}
            onChange={(password) => {
              onChange({ password });
            }}
          />
        </div>
      ) : null}
      {form.kind === 'header' ? (
        <div className={styles.pair}>
          <TextField
            className={styles.half}
            label={t('signIn.name')}
            size="large"
            value={form.name}
            maxLength={100}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            placeholder="X-Api-Key"
            errorId={errorOf('name')}
            onChange={(name) => {
              onChange({ name });
            }}
          />
          <SecretField
            className={styles.half}
            label={t('signIn.value')}
            value={form.value}
            errorId={errorOf('value')}
            onChange={(value) => {
              onChange({ value });
            }}
          />
        </div>
      ) : null}
      {form.kind === 'url'
        ? keys.map((name) => (
            <SecretField
              key={name}
              label={t('signIn.key', { name })}
              value={form.keys[name] ?? ''}
              errorId={errorOf('keys')}
              onChange={(value) => {
                onChange({ keys: { ...form.keys, [name]: value } });
              }}
            />
          ))
        : null}
      {problem ? (
        <p className={styles.problem} id={problemId} role="alert">
          {t(problem.words)}
        </p>
      ) : null}
      <p className={styles.hint}>
        {form.kind === 'header' ? `${t('signIn.headerHint')}${t('row.joiner')}` : null}
        {form.kind === 'url' ? `${t('signIn.keyHint')}${t('row.joiner')}` : null}
        {t('signIn.only', { host })}
      </p>
    </fieldset>
  );
}
