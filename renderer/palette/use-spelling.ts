import { useEffect, useState } from 'react';
import { loadSpelling } from './load-spelling.ts';
import type { Spell } from './load-spelling.ts';

function nothing(): null {
  return null;
}

/** How names are spelled in pinyin; nothing is, until the dictionary is here, which is loaded when the palette first opens. */
export function useSpelling(): Spell {
  const [spell, setSpell] = useState<Spell>(() => nothing);
  useEffect(() => {
    let gone = false;
    const take = async (): Promise<void> => {
      const loaded = await loadSpelling();
      if (!gone) setSpell(() => loaded);
    };
    // Names are found by their characters all the same.
    take().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, []);
  return spell;
}
