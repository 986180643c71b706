import { create } from 'zustand';
import type { ArticleId, Scope } from '../../electron/contract/model.ts';
import type { DialogRequest } from './dialog-request.ts';

export type { DialogRequest } from './dialog-request.ts';

export type Pane = 'sidebar' | 'list' | 'article';

/** wide: 1440 px and up; medium: 860 to 1439; narrow: one pane at a time. */
export type Layout = 'wide' | 'medium' | 'narrow';

export type Undo = () => void | Promise<void>;

export interface Toast {
  /** Grows with each toast, so that the same words shown twice are two toasts. */
  readonly id: number;
  readonly text: string;
  readonly undo: Undo | null;
}

export interface UiState {
  readonly scope: Scope;
  readonly articleId: ArticleId | null;
  readonly pane: Pane;
  readonly layout: Layout;
  /** In the narrow layout: the sidebar over the list. */
  readonly drawer: boolean;
  /** In the narrow layout: the article over the list. */
  readonly pushed: boolean;
  readonly dialog: DialogRequest | null;
  readonly toast: Toast | null;
  readonly undoStack: readonly Undo[];
  /** What the one polite live region says. */
  readonly announcement: string;
}

const UNDO_DEPTH = 20;

export const useUi = create<UiState>()(() => ({
  scope: { kind: 'today' },
  articleId: null,
  pane: 'list',
  layout: 'wide',
  drawer: false,
  pushed: false,
  dialog: null,
  toast: null,
  undoStack: [],
  announcement: '',
}));

export function openDialog(dialog: DialogRequest): void {
  useUi.setState({ dialog, drawer: false });
}

export function closeDialog(): void {
  useUi.setState({ dialog: null });
}

let toasts = 0;

/** One toast at a time; its `undo` also answers to Z until used. */
export function showToast({ text, undo }: { readonly text: string; readonly undo?: Undo | undefined }): void {
  toasts += 1;
  useUi.setState((state) => ({
    toast: { id: toasts, text, undo: undo ?? null },
    undoStack: undo ? [...state.undoStack, undo].slice(-UNDO_DEPTH) : state.undoStack,
  }));
}

export function closeToast(): void {
  useUi.setState({ toast: null });
}

/** Takes back the last action that can be taken back. False where there is none. */
export async function undoLast(): Promise<boolean> {
  const undo = useUi.getState().undoStack.at(-1);
  if (!undo) return false;
  useUi.setState((state) => ({
    undoStack: state.undoStack.slice(0, -1),
    toast: state.toast?.undo === undo ? null : state.toast,
  }));
  await undo();
  return true;
}

/** Says `text` in the polite live region. */
export function announce(text: string): void {
  useUi.setState({ announcement: text });
}
