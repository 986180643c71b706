import { useEffect, useState } from 'react';

/** How long typing rests before it is said what was found, and what of the query is odd: half a word is often either. */
const REST_MS = 600;

/** What was searched for when typing last rested; null before. */
export function useRested(query: string | null): string | null {
  const [rested, setRested] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(query), REST_MS);
    return () => clearTimeout(timer);
  }, [query]);
  return rested;
}
