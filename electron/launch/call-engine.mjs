import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { OUT } from '../build/entries.mjs';

/**
 * Asks the engine one question through the built command line. Throws with the error's message where it answers with one.
 * @param {string} method
 * @param {unknown} args
 * @param {string} profile
 * @returns {Promise<any>}
 */
export async function callEngine(method, args, profile) {
  const child = spawn(process.execPath, [join(OUT, 'call.cjs'), method, '-', '--profile', profile], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(args));
  const answer = JSON.parse(await text(child.stdout));
  if (answer.error) throw new Error(`${method}: ${answer.error.message} (${answer.error.code})`);
  return answer;
}
