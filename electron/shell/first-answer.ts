import type { CallAnswer } from '../contract/api.ts';

/** So long it is as good as one that is asked now: what changes is told, but for the clock. */
const FRESH_MS = 10_000;

export interface FirstAnswer {
  /** Where the events begin that follow the answer. */
  readonly told: number;
  readonly answer: CallAnswer;
}

export interface FirstAnswerParts {
  readonly ask: () => Promise<CallAnswer>;
  /** How many events there have been. */
  readonly told: () => number;
  /** Milliseconds. */
  readonly now: () => number;
}

export interface FirstAnswers {
  /** Asks now for what the first page will want, unless a page has asked already. */
  prepare(): void;
  /** What was prepared, once, where nothing was told since and it is less than ten seconds old; else it is asked now. */
  take(): Promise<FirstAnswer>;
}

/** The first answers of a door, asked while the browser is still starting: it takes longer to come than the library to open. */
export function createFirstAnswers({ ask, told, now }: FirstAnswerParts): FirstAnswers {
  let held: { readonly told: number; readonly at: number; readonly answer: Promise<CallAnswer> } | null = null;
  let taken = false;

  return {
    prepare() {
      if (!taken) held = { told: told(), at: now(), answer: ask() };
    },
    async take() {
      const ready = held;
      held = null;
      taken = true;
      const asked = ready !== null && ready.told === told() && now() - ready.at < FRESH_MS ? ready : { told: told(), answer: ask() };
      return { told: asked.told, answer: await asked.answer };
    },
  };
}
