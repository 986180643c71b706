import { describe, expect, it } from 'vitest';
import { openNoteDraft } from '../../../../renderer/evidence/note-draft.ts';

/** Stores notes, or fails to while `fails` is set. */
function shelf(): { readonly kept: string[]; fails: boolean; readonly keep: (text: string) => Promise<boolean> } {
  const made = {
    kept: [] as string[],
    fails: false,
    keep: async (text: string): Promise<boolean> => {
      if (made.fails) return false;
      made.kept.push(text);
      return true;
    },
  };
  return made;
}

describe('a note being written', () => {
  it('is stored when its field goes with no word to it, as it does when another article is chosen', () => {
    const { kept, keep } = shelf();
    const draft = openNoteDraft('article-1', '');
    draft.write('Ask the two suppliers before Friday');
    draft.leave(keep);
    expect(kept).toEqual(['Ask the two suppliers before Friday']);
  });

  it('is not stored where nothing was written, where it was saved, and where it was thrown away', async () => {
    const { kept, keep } = shelf();
    openNoteDraft('article-2', 'as it was').leave(keep);
    const saved = openNoteDraft('article-2', 'as it was');
    saved.write('once');
    await saved.save(keep);
    saved.leave(keep);
    const dropped = openNoteDraft('article-2', 'once');
    dropped.write('never');
    dropped.drop();
    dropped.leave(keep);
    expect(kept).toEqual(['once']);
  });

  it('is stored as it stands where more was written while it was being saved', async () => {
    const { kept, keep } = shelf();
    const draft = openNoteDraft('article-3', '');
    draft.write('half');
    const saving = draft.save(keep);
    draft.write('half and half');
    await saving;
    draft.leave(keep);
    expect(kept).toEqual(['half', 'half and half']);
  });

  it('is there again when the field opens where storing it failed, until it is kept or thrown away', async () => {
    const store = shelf();
    store.fails = true;
    const draft = openNoteDraft('article-4', 'old');
    draft.write('new');
    draft.leave(store.keep);
    await Promise.resolve();
    expect(openNoteDraft('article-5', 'another').initial).toBe('another');
    const again = openNoteDraft('article-4', 'old');
    expect(again.initial).toBe('new');
    store.fails = false;
    await again.save(store.keep);
    expect(store.kept).toEqual(['new']);
    expect(openNoteDraft('article-4', 'new').initial).toBe('new');
    const failed = openNoteDraft('article-4', 'new');
    store.fails = true;
    failed.write('third');
    failed.leave(store.keep);
    await Promise.resolve();
    openNoteDraft('article-4', 'new').drop();
    expect(openNoteDraft('article-4', 'new').initial).toBe('new');
  });
});
