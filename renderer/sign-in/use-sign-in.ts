import { useState } from 'react';
import type { Credentials } from '../../electron/contract/credentials.ts';
import { credentialsOf, EMPTY_FORM, problemOf } from './sign-in-form.ts';
import type { SignInForm, SignInProblem } from './sign-in-form.ts';

export interface SignIn {
  /** The address asked for sign-in: the fields are shown. */
  readonly isAsked: boolean;
  /** What was entered was tried, and not accepted. */
  readonly isRefused: boolean;
  readonly form: SignInForm;
  readonly problem: SignInProblem | null;
  readonly change: (patch: Partial<SignInForm>) => void;
  /** Whether what is entered can be tried; says under its field what is wrong otherwise. True where nothing was asked. */
  readonly check: () => boolean;
  /** To be sent along; nothing while the fields are not shown. */
  readonly args: { readonly credentials?: Credentials };
  /** Another address: what was entered belongs to the one before. */
  readonly reset: () => void;
}

/** Fields that come up when an address answers `unauthorized`, and stay until the address is changed. */
export function useSignIn(code: string | null): SignIn {
  const [form, setForm] = useState<SignInForm>(EMPTY_FORM);
  const [isAsked, setAsked] = useState(false);
  const [isTried, setTried] = useState(false);
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  // It stays while the next try runs, when there is no error.
  if (code === 'unauthorized' && !isAsked) setAsked(true);

  const credentials = isAsked ? credentialsOf(form) : null;
  return {
    isAsked,
    isRefused: isAsked && isTried && code === 'unauthorized',
    form,
    problem,
    change: (patch) => {
      setForm({ ...form, ...patch });
      setProblem(null);
    },
    check: () => {
      if (!isAsked) return true;
      const found = problemOf(form);
      setProblem(found);
      if (found === null) setTried(true);
      return found === null;
    },
    args: credentials && credentials.kind !== 'url' ? { credentials } : {},
    reset: () => {
      setForm(EMPTY_FORM);
      setAsked(false);
      setTried(false);
      setProblem(null);
    },
  };
}
