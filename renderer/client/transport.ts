import type { AnswerOf, ArgsOf, ReaderBridge, ReaderEventListener, ReaderMethod } from '../../electron/contract/api.ts';
import { fromWireError } from '../../electron/contract/errors.ts';
import { settingsHere } from '../desktop/settings-here.ts';
import { forgetFirstAnswers, keepFirstAnswers, takeFirstAnswer } from './first-answers.ts';
import { createHttpBridge } from './http-bridge.ts';
import type { StreamState } from './http-bridge.ts';

type AliveListener = (alive: boolean) => void;

const aliveListeners = new Set<AliveListener>();
const missedListeners = new Set<() => void>();
/** By then, whoever is part of the first screen has asked. */
const FIRST_MS = 2000;
let alive = true;
let answered = false;

function tellMissed(): void {
  forgetFirstAnswers();
  for (const listener of missedListeners) listener();
}

function setAlive(next: boolean): void {
  if (next === alive) return;
  alive = next;
  for (const listener of aliveListeners) listener(alive);
  if (alive) tellMissed();
}

/** What happened before the stream was open reached nobody, unless it begins where the first answers end, or nothing was answered yet. */
function streamTold(state: StreamState): void {
  if (state === 'missed' || (state === 'open' && alive && answered)) tellMissed();
  if (state !== 'missed') setAlive(state !== 'lost');
}

let picked: ReaderBridge | null = null;

/** The preload's bridge where there is one, else the loopback door that served the page. */
function bridge(): ReaderBridge {
  if (picked) return picked;
  if (window.reader) {
    picked = window.reader;
  } else {
    const http = createHttpBridge(document.baseURI, { isFirst: settingsHere() === null });
    http.onStream(streamTold);
    picked = http;
  }
  return picked;
}

/** Asks the engine. Rejects with a ReaderError; `engine-stopped` where nobody answers any more. */
export async function call<M extends ReaderMethod>(method: M, args: ArgsOf<M>): Promise<AnswerOf<M>> {
  const answer = takeFirstAnswer(method, args) ?? (await bridge().call(method, args));
  answered = true;
  if (answer.ok) {
    setAlive(true);
    return answer.value as AnswerOf<M>;
  }
  const error = fromWireError(answer.error);
  if (error.code === 'engine-stopped') setAlive(false);
  throw error;
}

/**
 * Asks at once for all that the first screen shows, and has the calls for it answered from that. Where it cannot be had, each is
 * asked by itself, and says why.
 */
export async function askFirst(): Promise<void> {
  // What changes meanwhile makes them old.
  const stop = onEvent(forgetFirstAnswers);
  const answer = await bridge().call('firstScreen', {});
  if (answer.ok) keepFirstAnswers(answer.value as AnswerOf<'firstScreen'>);
  setTimeout(() => {
    stop();
    forgetFirstAnswers();
  }, FIRST_MS);
}

/** Returns the way to stop listening. */
export function onEvent(listener: ReaderEventListener): () => void {
  return bridge().onEvent(listener);
}

/** Whether the engine answers, as far as the last call or the event stream knows. */
export function isAlive(): boolean {
  return alive;
}

/** Returns the way to stop listening. */
export function onAlive(listener: AliveListener): () => void {
  aliveListeners.add(listener);
  return () => aliveListeners.delete(listener);
}

/** Told when events may have been missed, so that what they tell of is asked again. Returns the way to stop listening. */
export function onMissed(listener: () => void): () => void {
  missedListeners.add(listener);
  return () => missedListeners.delete(listener);
}
