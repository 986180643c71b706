import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterSeen } from '../../../../renderer/client/after-paint.ts';

let page: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal('window', page);
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => setTimeout(frame, 16));
  vi.stubGlobal('cancelAnimationFrame', (id: ReturnType<typeof setTimeout>) => clearTimeout(id));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what a start leaves for later runs a while behind its frame, once', () => {
  const work = vi.fn<() => void>();
  afterSeen(work);
  vi.advanceTimersByTime(300);
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5000);
  page.dispatchEvent(new Event('keydown'));
  expect(work).toHaveBeenCalledTimes(1);
});

test.each(['keydown', 'pointerdown'])('whoever acts sooner has it at once: %s', (act) => {
  const work = vi.fn<() => void>();
  afterSeen(work);
  page.dispatchEvent(new Event(act));
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(5000);
  page.dispatchEvent(new Event(act));
  expect(work).toHaveBeenCalledTimes(1);
});

test('what is left before does not run', () => {
  const work = vi.fn<() => void>();
  afterSeen(work)();
  page.dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(5000);
  expect(work).not.toHaveBeenCalled();
});
