import type { PythonValue } from './python-literal.ts';
import { readPythonLiteral } from './python-literal.ts';

/** What a condition says of one value: `entries.0.link` is this. */
export interface Statement {
  readonly path: string;
  readonly value: PythonValue;
}

/** The parts of a condition between words that stand outside of quotes. */
function parted(condition: string, between: string): string[] {
  const parts: string[] = [];
  let quote = '';
  let start = 0;
  for (let at = 0; at < condition.length; at++) {
    const unit = condition[at] ?? '';
    if (quote !== '') {
      if (unit === '\\') at++;
      else if (unit === quote) quote = '';
    } else if (unit === "'" || unit === '"') quote = unit;
    else if (condition.startsWith(between, at)) {
      parts.push(condition.slice(start, at));
      start = at + between.length;
    }
  }
  parts.push(condition.slice(start));
  return parts.map((part) => part.trim());
}

/** `entries[0]['tags'][0].term` as `entries.0.tags.0.term`. */
function pathOf(written: string): string | null {
  const steps = written.match(/\[\s*(?:u?'[^']*'|u?"[^"]*"|\d+)\s*\]|\.?[A-Za-z_]\w*/g) ?? [];
  if (steps.join('') !== written) return null;
  return steps.map((step) => step.replaceAll(/^[.[]\s*(?:u?["'])?|["']?\s*\]$/g, '')).join('.');
}

/** Of `a == b == 'value'` what it says of each; null where it is written in a way that is not understood. */
function statementsOf(written: string): Statement[] | null {
  const clause = /^\((.*)\)$/s.exec(written)?.[1] ?? written;
  const without = /^not (.+)\.has_key\((.+)\)$/.exec(clause);
  if (without?.[1] && without[2]) {
    const path = pathOf(`${without[1]}[${without[2]}]`);
    return path === null ? null : [{ path, value: null }];
  }
  const sides = parted(clause, '==');
  const value = readPythonLiteral(sides.pop() ?? '');
  if (value === undefined || sides.length === 0) return null;
  const statements: Statement[] = [];
  for (const side of sides) {
    const ofCharacter = typeof value === 'number' ? /^ord\((.+)\)$/.exec(side)?.[1] : undefined;
    const path = side === 'len(entries)' ? 'count' : pathOf(ofCharacter ?? side);
    if (path === null) return null;
    statements.push({ path, value: ofCharacter === undefined ? value : String.fromCodePoint(value as number) });
  }
  return statements;
}

/** What a condition of python-feedparser's tests says, and how many of its parts are not understood. */
export function readCondition(condition: string): { statements: Statement[]; ignored: number } {
  const statements: Statement[] = [];
  let ignored = 0;
  for (const clause of parted(condition, ' and ')) {
    if (/^(?:not )?bozo$/.test(clause)) continue;
    const found = statementsOf(clause);
    if (found === null) ignored++;
    else statements.push(...found);
  }
  return { statements, ignored };
}
