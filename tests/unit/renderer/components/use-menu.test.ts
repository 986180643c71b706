import { expect, test } from 'vitest';
import { useMenu } from '../../../../renderer/components/use-menu.tsx';
import { drawnAgain } from '../drawn-again.ts';

test('gives rows the same way to open a menu each time, so that none is drawn anew for it', () => {
  const given = drawnAgain(() => useMenu().openAt);
  expect(given).toHaveLength(3);
  expect(new Set(given).size).toBe(1);
});
