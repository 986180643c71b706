import { describe, expect, it } from 'vitest';
import { folderIdOf, folderOptions, folderValue } from '../../../renderer/manage/folder-options.ts';

describe('the folders to choose from', () => {
  it('stand below their parents, one step deeper', () => {
    const options = folderOptions(
      [
        { id: 2, parentId: 1, title: 'Europe' },
        { id: 1, parentId: null, title: 'Trade press' },
        { id: 3, parentId: null, title: '中文' },
      ],
      'No folder',
    );
    expect(options.map(({ label, depth }) => [label, depth ?? 0])).toEqual([
      ['No folder', 0],
      ['Trade press', 0],
      ['Europe', 1],
      ['中文', 0],
    ]);
  });

  it('stand at the top where the parent is missing', () => {
    expect(folderOptions([{ id: 2, parentId: 9, title: 'Europe' }], 'No folder')).toHaveLength(2);
  });

  it('are written and read back', () => {
    expect(folderIdOf(folderValue(7))).toBe(7);
    expect(folderIdOf(folderValue(null))).toBeNull();
  });
});
