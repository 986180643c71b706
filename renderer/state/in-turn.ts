/** The last change of each thing that is asked for and not answered yet. */
const last = new Map<string, Promise<unknown>>();

/** Asks for a change once those of the same thing (`key`) that were asked for before are answered: at once where there is none. */
export async function inTurn<Answer>(key: string, ask: () => Promise<Answer>): Promise<Answer> {
  const before = last.get(key);
  const asked = before ? before.then(ask, ask) : ask();
  last.set(key, asked);
  try {
    return await asked;
  } finally {
    if (last.get(key) === asked) last.delete(key);
  }
}
