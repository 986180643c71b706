/** Stores a text; answers whether it was kept. */
export type KeepNote = (text: string) => Promise<boolean>;

/** A note being written, from when its field opens until it goes. */
export interface NoteDraft {
  /** What the field begins with. */
  readonly initial: string;
  readonly write: (text: string) => void;
  readonly save: (keep: KeepNote) => Promise<boolean>;
  /** Throws away what was written: asked for by Cancel or Esc. */
  readonly drop: () => void;
  /** The field goes. What was written and not thrown away is stored. */
  readonly leave: (keep: KeepNote) => void;
}

/** Texts whose field was gone when storing them failed, by what they are a note of. */
const unkept = new Map<string, string>();

/**
 * Opens the draft of a note. `of` names what it is a note of, `stored` is what is known of it. Another article that is chosen
 * takes the field away with no word to it, so what was written is stored then; where that fails, it is there again when the
 * field opens.
 */
export function openNoteDraft(of: string, stored: string): NoteDraft {
  const initial = unkept.get(of) ?? stored;
  let text = initial;
  // What needs no storing, or is being stored.
  let settled: string | null = stored;
  let isGone = false;
  const save = async (keep: KeepNote): Promise<boolean> => {
    const saved = text;
    settled = saved;
    const isKept = await keep(saved);
    if (isKept) unkept.delete(of);
    else {
      settled = null;
      if (isGone) unkept.set(of, text);
    }
    return isKept;
  };
  return {
    initial,
    write: (now) => {
      text = now;
    },
    save,
    drop: () => {
      settled = text;
      unkept.delete(of);
    },
    leave: (keep) => {
      isGone = true;
      if (text !== settled) void save(keep);
    },
  };
}
