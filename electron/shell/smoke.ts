import type { BrowserWindow, Net } from 'electron';
import { setTimeout as pause } from 'node:timers/promises';
import type { CallAnswer, ReaderBridge } from '../contract/api.ts';
import { APP_URL } from './app-origin.ts';

export interface SmokeReport {
  readonly ok: boolean;
  /** Each check by name: true, or what was wrong. */
  readonly checks: Readonly<Record<string, true | string>>;
  readonly versions: Readonly<Record<string, string>>;
}

export interface SmokePorts {
  readonly window: Pick<BrowserWindow, 'webContents'>;
  readonly net: Pick<Net, 'fetch'>;
  readonly reader: Pick<ReaderBridge, 'call'>;
  readonly versions: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

/** Whether this machine's Electron runs the app: storage with FTS5, protocol, preload and page, each within 20 seconds. */
export async function runSmokeTest({ window, net, reader, versions, timeoutMs = 20_000 }: SmokePorts): Promise<SmokeReport> {
  const page = (code: string): Promise<unknown> => window.webContents.executeJavaScript(code);
  const deadline = Date.now() + timeoutMs;
  const until = async (name: string, code: string): Promise<void> => {
    while (!(await page(code))) {
      if (Date.now() > deadline) throw new Error(`not within ${timeoutMs} ms: ${name}`);
      await pause(100);
    }
  };
  const checks: Record<string, true | string> = {};
  const check = async (name: string, run: () => Promise<void>): Promise<void> => {
    const late = pause(Math.max(0, deadline - Date.now()) + 1000, undefined, { ref: false }).then(() => {
      throw new Error(`no answer within ${timeoutMs} ms`);
    });
    try {
      await Promise.race([run(), late]);
      checks[name] = true;
    } catch (error) {
      checks[name] = error instanceof Error ? error.message : String(error);
    }
  };

  await check('engine', async () => expectOk(await reader.call('counts', {})));
  await check('fullTextIndex', async () => probeFullText());
  await check('protocol', async () => {
    const response = await net.fetch(APP_URL);
    if (response.status !== 200) throw new Error(`status ${response.status}`);
    if (!response.headers.has('content-security-policy')) throw new Error('no content security policy');
  });
  await check('preload', () => until('window.reader', 'typeof window.reader?.call === "function" && typeof window.reader.onEvent === "function"'));
  await check('calls', async () => expectOk((await page('window.reader.call("listFeeds", {})')) as CallAnswer));
  await check('renderer', () => until('a drawn page', 'document.readyState === "complete" && document.body.innerText.trim().length > 0'));
  return { ok: Object.values(checks).every((result) => result === true), checks, versions };
}

function expectOk(answer: CallAnswer): void {
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
}

async function probeFullText(): Promise<void> {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(':memory:');
  try {
    database.exec('CREATE VIRTUAL TABLE probe USING fts5(text)');
  } finally {
    database.close();
  }
}
