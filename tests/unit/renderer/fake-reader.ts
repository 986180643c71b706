import type { CallAnswer, ReaderBridge, ReaderEvent, ReaderEventListener } from '../../../electron/contract/api.ts';
import type { ArticleSummary } from '../../../electron/contract/model.ts';

export interface FakeReader extends ReaderBridge {
  /** What was asked, in order. */
  readonly asked: { readonly method: string; readonly args: unknown }[];
  /** Sets the answer to a method: a value, a thrown wire error, or a promise of a value. */
  answer(method: string, give: (args: never) => unknown): void;
  emit(event: ReaderEvent): void;
}

/** Stands in for the preload's bridge, in the place where the page looks for it. */
export function installFakeReader(): FakeReader {
  const answers = new Map<string, (args: never) => unknown>();
  const listeners = new Set<ReaderEventListener>();
  const asked: { method: string; args: unknown }[] = [];
  const reader: FakeReader = {
    asked,
    answer(method, give) {
      answers.set(method, give);
    },
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    async call(method, args): Promise<CallAnswer> {
      asked.push({ method, args });
      const give = answers.get(method);
      if (!give) return { ok: false, error: { code: 'unknown-method', message: method, detail: {} } };
      try {
        return { ok: true, value: await give(args as never) };
      } catch (error) {
        return { ok: false, error: error as { code: 'internal'; message: string; detail: Record<string, never> } };
      }
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  Object.assign(globalThis, { window: { reader } });
  return reader;
}

/** A headline with the given parts; `sortAt` falls with the id's rank as in a real list. */
export function headline(id: number, parts: Partial<ArticleSummary> = {}): ArticleSummary {
  return {
    id,
    feedId: 1,
    feedTitle: 'Oxide & Alloy',
    title: `Headline ${id}`,
    summary: '',
    url: `https://oxide.example/${id}`,
    lang: 'en',
    publishedAt: null,
    publishedDay: null,
    arrivedAt: 0,
    sortAt: id * 1000,
    revisedAt: null,
    read: false,
    bookmarked: false,
    pinned: false,
    highlighted: false,
    raised: false,
    kept: 'text',
    thumbnail: null,
    elements: [],
    story: null,
    ...parts,
  };
}
