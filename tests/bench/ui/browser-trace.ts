/** One event of a browser's trace (Trace Event Format). Times are microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly [key: string]: unknown };
}

/** What is recorded: tasks, frames, input and our own marks. */
export const CATEGORIES: readonly string[] = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'disabled-by-default-devtools.timeline.frame', 'devtools.timeline.frame', 'blink.user_timing', 'cc', 'benchmark'];

/** A task of the page's main thread: milliseconds from start to end, and of processor time within it. */
export interface Task {
  /** Milliseconds on the trace's clock. */
  readonly at: number;
  readonly wall: number;
  readonly cpu: number;
}

/** A trace of one page, asked for what happened between two of its marks. Times are milliseconds. */
export class BrowserTrace {
  readonly #events: readonly TraceEvent[];
  readonly #pid: number;
  readonly #main: number;

  /** Throws where no mark of the page is in it: it is by these that its process is known. */
  constructor(events: readonly TraceEvent[]) {
    this.#events = events.toSorted((one, other) => one.ts - other.ts);
    const mark = this.#events.find(({ cat, name }) => cat.includes('blink.user_timing') && name.startsWith('bench:'));
    if (!mark) throw new Error('the trace holds no mark of the benchmark');
    this.#pid = mark.pid;
    this.#main = mark.tid;
  }

  /** When the page set a mark. Throws where it did not. */
  mark(name: string): number {
    const found = this.#events.find((event) => event.cat.includes('blink.user_timing') && event.name === name);
    if (!found) throw new Error(`the trace holds no mark ${name}`);
    return found.ts / 1000;
  }

  /** Tasks of the main thread that began in the span; those that stand in another are part of it. */
  tasks(from: number, to: number): readonly Task[] {
    let end = -1;
    return this.#events.flatMap(({ name, ph, ts, dur = 0, tdur = 0, pid, tid }): Task[] => {
      const at = ts / 1000;
      if (ph !== 'X' || pid !== this.#pid || tid !== this.#main || at < from || at > to || at < end || !name.endsWith('RunTask')) return [];
      end = at + dur / 1000;
      return [{ at, wall: dur / 1000, cpu: tdur / 1000 }];
    });
  }

  /** When frames of the page were drawn. */
  drawn(from: number, to: number): readonly number[] {
    const times = this.#events.filter(({ name, pid }) => name === 'DrawFrame' && pid === this.#pid).map(({ ts }) => ts / 1000);
    return times.filter((at) => at >= from && at <= to);
  }

  /** Frames that were due and whether they came, as the compositor reports them. */
  reported(from: number, to: number): { readonly due: number; readonly dropped: number } {
    let due = 0;
    let dropped = 0;
    for (const { name, ph, ts, pid, args } of this.#events) {
      if (name !== 'PipelineReporter' || ph !== 'b' || pid !== this.#pid || ts / 1000 < from || ts / 1000 > to) continue;
      const report = (args?.['chrome_frame_reporter'] ?? args?.['frame_reporter']) as { readonly state?: string; readonly affects_smoothness?: boolean } | undefined;
      if (report?.state === undefined || report.state === 'STATE_NO_UPDATE_DESIRED') continue;
      due += 1;
      if (report.state === 'STATE_DROPPED') dropped += 1;
    }
    return { due, dropped };
  }

  /** When input of a type was given to the page. */
  inputs(type: string): readonly number[] {
    return this.#events.filter(({ name, pid, tid, args }) => name === 'EventDispatch' && pid === this.#pid && tid === this.#main && (args?.['data'] as { readonly type?: string } | undefined)?.type === type).map(({ ts }) => ts / 1000);
  }
}
