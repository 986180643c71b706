import { create } from 'zustand';
import type { ArticleId, Scope } from '../../electron/contract/model.ts';
import type { DialogRequest } from './dialog-request.ts';

export type { DialogRequest } from './dialog-request.ts';

export type Pane = 'sidebar' | 'list' | 'article' | 'lens';

/** wide: 1440 px and up; medium: 860 to 1439; narrow: one pane at a time. */
export type Layout = 'wide' | 'medium' | 'narrow';

/** A screen that takes the place of list and article. */
export type FullPage = 'sources' | 'bookmarks' | 'alerts' | 'rules' | 'prices' | 'figures' | 'calendar';

/** Takes an action back. Answers with `nothing` where it came to nothing, which it said itself. */
export type Undo = () => void | Promise<void | 'nothing'>;

/** Words that are chosen each time they are drawn, so that they follow the language and the day. */
export type Said = () => string;

/** An action that was done, in the words that said so. */
export interface Done {
  readonly said: Said;
  /** Null where it cannot be taken back. */
  readonly undo: Undo | null;
}

export interface ToastAction {
  readonly label: Said;
  readonly run: () => void;
}

export interface Toast {
  /** Grows with each toast, so that the same words shown twice are two toasts. */
  readonly id: number;
  readonly text: Said;
  /** What its button takes back; null where there is none. */
  readonly done: Done | null;
  /** What its button does where nothing is taken back. */
  readonly action: ToastAction | null;
}

/** What a live region says. */
export interface Announcement {
  /** Grows with each, so that the same words said twice are heard twice. */
  readonly id: number;
  readonly text: string;
  /** polite: after what is being said; alert: at once, for what failed. */
  readonly kind: 'polite' | 'alert';
}

export interface UiState {
  readonly scope: Scope;
  readonly articleId: ArticleId | null;
  /** Shown in place of the list and the article of the scope, which wait below it; null where there is none. */
  readonly page: FullPage | null;
  readonly pane: Pane;
  readonly layout: Layout;
  /** In the narrow layout: the sidebar over the list. */
  readonly drawer: boolean;
  /** In the medium layout: the sidebar in the place of a lens that is shown. */
  readonly sidebarOver: boolean;
  /** In the narrow layout: the article, or the details of a page, over the list. */
  readonly pushed: boolean;
  /** In the narrow layout: the lens over the article. */
  readonly lensDrawer: boolean;
  readonly dialog: DialogRequest | null;
  readonly toast: Toast | null;
  /** What Z takes back, the latest last. What cannot be taken back stands at its bottom: nothing before it is touched. */
  readonly doneStack: readonly Done[];
  /** What the live regions say: the one polite one, or the one for alerts. */
  readonly announcement: Announcement;
}

const UNDO_DEPTH = 20;

export const useUi = create<UiState>()(() => ({
  scope: { kind: 'today' },
  articleId: null,
  page: null,
  pane: 'list',
  layout: 'wide',
  drawer: false,
  sidebarOver: false,
  pushed: false,
  lensDrawer: false,
  dialog: null,
  toast: null,
  doneStack: [],
  announcement: { id: 0, text: '', kind: 'polite' },
}));

export function openDialog(dialog: DialogRequest): void {
  useUi.setState({ dialog, drawer: false });
}

export function closeDialog(): void {
  useUi.setState({ dialog: null });
}

let toasts = 0;

export interface ToastRequest {
  readonly text: Said;
  /** Answers to Z until used. */
  readonly undo?: Undo | undefined;
  /** An action that was noted before its end, in place of `undo`. */
  readonly done?: Done;
  readonly action?: ToastAction;
  /** It tells of an action that cannot be taken back. */
  readonly final?: boolean;
  /** It tells of what failed. */
  readonly failed?: boolean;
}

/** One toast at a time, which is also said aloud: at once where it tells of a failure. */
export function showToast({ text, undo, done, action, final, failed }: ToastRequest): void {
  toasts += 1;
  const noted = undo ? noteDone(text, undo) : (done ?? null);
  if (final) noteDone(text, null);
  useUi.setState({ toast: { id: toasts, text, done: noted, action: action ?? null } });
  say(text(), failed ? 'alert' : 'polite');
}

/** Has Z take back an action from now on; with null, has it leave alone whatever was done up to now. */
export function noteDone(said: Said, undo: Undo | null): Done {
  const done = { said, undo };
  useUi.setState((state) => ({ doneStack: undo ? [...state.doneStack, done].slice(-UNDO_DEPTH) : [done] }));
  return done;
}

/** Forgets an action: it failed, or is being taken back. */
export function dropDone(done: Done): void {
  useUi.setState((state) => ({
    doneStack: state.doneStack.filter((one) => one !== done),
    toast: state.toast?.done === done ? null : state.toast,
  }));
}

/** Forgets all that was done, but for what says at the top that it cannot be taken back. */
export function forgetDone(): void {
  useUi.setState(({ doneStack, toast }) => {
    const kept = doneStack.slice(-1).filter(({ undo }) => undo === null);
    return { doneStack: kept, toast: toast?.done?.undo ? null : toast };
  });
}

export function closeToast(): void {
  useUi.setState({ toast: null });
}

function say(text: string, kind: Announcement['kind']): void {
  useUi.setState(({ announcement }) => ({ announcement: { id: announcement.id + 1, text, kind } }));
}

/** Says `text` in the polite live region. A toast says itself. */
export function announce(text: string): void {
  say(text, 'polite');
}
