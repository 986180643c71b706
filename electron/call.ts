import type { CallAnswer } from './contract/api.ts';
import { ReaderError, toWireError } from './contract/errors.ts';
import { MOST_INCOMING_BYTES } from './contract/exchange.ts';
import { MOST_SAVED_BYTES } from './contract/saving.ts';
import { savingSchemas } from './contract/validate-saving.ts';
import { exchangePath, receiveFile } from './core/exchange/exchange-file.ts';
import { isReaderMethod, READER_METHODS, validateArgs } from './contract/validate.ts';
import { callFiles } from './shell/call-files.ts';
import { callLine, readArgs } from './shell/call-args.ts';
import type { EngineClient } from './shell/engine-client.ts';
import { findInstance } from './shell/instance-client.ts';
import { withNextStep } from './shell/next-step.ts';
import { appPaths } from './shell/paths.ts';
import { openProfile, profileFromArgs } from './shell/profile.ts';
import { createSettingsStore } from './shell/settings-store.ts';
import { startInTurn } from './shell/start-in-turn.ts';
import { VERSION } from './shell/version.ts';

const HELP = `Usage: npm run -s call -- <method> ['<json>' | @file | -] [--profile <dir>] [--wait <seconds>]

Asks Monazite one question and prints the answer as JSON. Where Monazite is open on the
profile, it answers; otherwise its engine runs for as long as the question takes. Where another
command holds the profile, its end is waited for: --wait says for how long (10 seconds).
Where a method takes a file, "path" names it; where it makes one, "to" says where it goes.
On an error {"error":{"code","message","detail"}} is printed and the exit code is 1.

Methods:
  ${READER_METHODS.join('\n  ')}
`;

/** Null where only help was wanted. */
async function run(argv: readonly string[]): Promise<CallAnswer | null> {
  const { help, method, source, waitSeconds } = callLine(argv);
  if (help) return null;
  if (method === null) throw new ReaderError('invalid-argument', 'No method was named; --help lists them', { path: 'method' });
  if (!isReaderMethod(method)) throw new ReaderError('unknown-method', `There is no method "${method}"; --help lists them`, { method });
  const given = await readArgs(source, process.stdin);
  const profile = profileFromArgs(argv);
  openProfile(profile);
  const { args, finish: withFile } = await callFiles(given, { receive: (body) => receiveFile(profile, body), path: (file) => exchangePath(profile, file) }, { check: (checked) => validateArgs(method, checked), mostBytes: method in savingSchemas ? MOST_SAVED_BYTES : MOST_INCOMING_BYTES });
  const other = await findInstance(profile);
  return withFile(other ? await other.call(method, args) : await answerAlone(profile, method, args, waitSeconds));
}

/** Runs the engine for one call. Where an instance took the profile meanwhile, that one is asked. */
async function answerAlone(profile: string, method: string, args: unknown, waitSeconds: number): Promise<CallAnswer> {
  const settings = createSettingsStore({ cwd: profile, onProblem: (problem) => console.error(JSON.stringify(problem)) });
  const info = { version: VERSION, door: 'command', platform: process.platform, profile } as const;
  const start = { enginePath: appPaths(import.meta.dirname).engine, data: { profile, info, unattended: false }, settings };
  const { engine, other } = await startInTurn(start, { waitMs: waitSeconds * 1000 });
  const release = closeOnSignal(engine);
  try {
    return await (other ?? engine).call(method, args);
  } finally {
    release();
    await engine.close();
  }
}

/** What is being written is finished before a stopped command ends. Returns the way to stop watching. */
function closeOnSignal(engine: EngineClient): () => void {
  const stop = (signal: NodeJS.Signals): void => {
    void engine.close().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return () => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  };
}

/** Prints one line and ends the process once it is written, however slowly a pipe is read. */
function finish(answer: CallAnswer | null): void {
  process.exitCode = answer?.ok === false ? 1 : 0;
  process.stdout.write(answer ? `${JSON.stringify(answer.ok ? answer.value : { error: withNextStep(answer.error) })}\n` : HELP, () => process.exit());
}

run(process.argv.slice(2)).then(finish, (error: unknown) => finish({ ok: false, error: toWireError(error) }));
