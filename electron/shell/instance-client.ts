import { request } from 'node:http';
import type { CallAnswer } from '../contract/api.ts';
import { ReaderError } from '../contract/errors.ts';
import type { Activation } from './instance-endpoint.ts';
import { readInstance } from './instance-file.ts';
import type { InstanceFile } from './instance-file.ts';

/** The instance that holds a profile, as another process reaches it. */
export interface Instance {
  call(method: string, args: unknown): Promise<CallAnswer>;
  activate(): Promise<Activation>;
}

/** Null where no instance answers: none runs, it was killed and left its file, or it is a command that is soon done. */
export async function findInstance(profile: string): Promise<Instance | null> {
  const file = readInstance(profile);
  if (!file || !(await answers(file))) return null;
  return {
    call: async (method, args) => (await post(file, `/call/${encodeURIComponent(method)}`, args)) as CallAnswer,
    activate: async () => (await post(file, '/activate', {})) as Activation,
  };
}

/** Whether anything with our secret listens: any answer but 403 to a question that is none. */
async function answers(file: InstanceFile): Promise<boolean> {
  try {
    return (await send(file, '/', '{}')).status === 404;
  } catch {
    return false;
  }
}

/** Throws `engine-stopped` where the instance ends before its answer is whole. */
async function post(file: InstanceFile, path: string, body: unknown): Promise<unknown> {
  try {
    const { status, text } = await send(file, path, JSON.stringify(body === undefined ? {} : body));
    if (status !== 200) throw new Error(`it answered ${status}`);
    return JSON.parse(text) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ReaderError('engine-stopped', `The running Monazite ended before it had answered: ${reason}`, { reason }, { cause: error });
  }
}

/** No time limit on the answer: a refresh may take minutes. */
function send(file: InstanceFile, path: string, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        socketPath: file.socket,
        path,
        method: 'POST',
        agent: false,
        headers: { authorization: `Bearer ${file.secret}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
