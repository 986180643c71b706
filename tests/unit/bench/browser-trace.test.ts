import { describe, expect, it } from 'vitest';
import { BrowserTrace } from '../../bench/ui/browser-trace.ts';
import type { TraceEvent } from '../../bench/ui/browser-trace.ts';

const PAGE = { pid: 7, tid: 1 } as const;
const mark = (name: string, ms: number): TraceEvent => ({ name, cat: 'blink.user_timing', ph: 'I', ts: ms * 1000, ...PAGE });
const task = (ms: number, wall: number, cpu: number, over: Partial<TraceEvent> = {}): TraceEvent => ({ name: 'ThreadControllerImpl::RunTask', cat: 'toplevel', ph: 'X', ts: ms * 1000, dur: wall * 1000, tdur: cpu * 1000, ...PAGE, ...over });
const frame = (ms: number, pid = 7): TraceEvent => ({ name: 'DrawFrame', cat: 'devtools.timeline.frame', ph: 'I', ts: ms * 1000, pid, tid: 2 });
const due = (ms: number, state: string): TraceEvent => ({ name: 'PipelineReporter', cat: 'cc', ph: 'b', ts: ms * 1000, pid: 7, tid: 2, args: { chrome_frame_reporter: { state } } });

describe('A trace of the browser', () => {
  it('gives the tasks of the page’s main thread in a span, those within others left out', () => {
    const trace = new BrowserTrace([mark('bench:begin', 10), task(5, 2, 2), task(20, 30, 12), task(25, 10, 10, { name: 'RunTask' }), task(60, 8, 8), task(61, 90, 90, { tid: 9 }), task(62, 90, 90, { pid: 8 }), mark('bench:end', 70), task(80, 50, 50)]);
    expect(trace.tasks(trace.mark('bench:begin'), trace.mark('bench:end'))).toEqual([{ at: 20, wall: 30, cpu: 12 }, { at: 60, wall: 8, cpu: 8 }]);
  });

  it('gives the page’s frames, and how many of those that were due were dropped', () => {
    const trace = new BrowserTrace([mark('bench:begin', 0), frame(16), frame(20, 8), frame(33), due(1, 'STATE_PRESENTED_ALL'), due(17, 'STATE_DROPPED'), due(20, 'STATE_NO_UPDATE_DESIRED'), frame(500)]);
    expect(trace.drawn(0, 100)).toEqual([16, 33]);
    expect(trace.reported(0, 100)).toEqual({ due: 2, dropped: 1 });
  });

  it('gives the moments of input, and is refused where the page set no mark', () => {
    const key: TraceEvent = { name: 'EventDispatch', cat: 'devtools.timeline', ph: 'X', ts: 5000, ...PAGE, args: { data: { type: 'keydown' } } };
    expect(new BrowserTrace([key, mark('bench:begin', 1)]).inputs('keydown')).toEqual([5]);
    expect(() => new BrowserTrace([key])).toThrow('no mark');
    expect(() => new BrowserTrace([mark('bench:begin', 1)]).mark('bench:end')).toThrow('bench:end');
  });
});
