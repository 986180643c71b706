import type { RulesKeeper, SiteRules } from '../fetch/robots.ts';
import type { Store } from './store.ts';

/** Characters of rules that are worth a row; those of a site that says more last as long as the run. */
const MOST_LENGTH = 64_000;

/** Keeps sites' rules in the library. What cannot be read or stored is told to `onFault`, and is asked for again. */
export function createSiteRules(store: Store, { now, onFault }: { now: () => number; onFault: (error: unknown) => void }): RulesKeeper {
  return {
    find(origin) {
      try {
        const row = store.get<{ until: number; rules: string }>('SELECT until_at AS until, rules FROM site_rules WHERE origin = ?', origin);
        return row ? { kind: 'rules', until: row.until, rules: JSON.parse(row.rules) as SiteRules['rules'] } : null;
      } catch (error) {
        onFault(error);
        return null;
      }
    },
    keep(origin, { until, rules }) {
      const text = JSON.stringify(rules);
      if (text.length > MOST_LENGTH) return;
      try {
        store.run('DELETE FROM site_rules WHERE until_at <= ?', now());
        store.run('INSERT INTO site_rules VALUES (?, ?, ?) ON CONFLICT (origin) DO UPDATE SET until_at = excluded.until_at, rules = excluded.rules', origin, until, text);
      } catch (error) {
        onFault(error);
      }
    },
  };
}
