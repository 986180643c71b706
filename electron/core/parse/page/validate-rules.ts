import { isTemplate, pathSteps } from './json-path.ts';
import type { HtmlRules, JsonRules, PageRules, RulesFault, RulesField } from './page-rules.ts';
import { selectorSteps } from './selector-steps.ts';

const LONGEST = 500;

function selectorFault(field: RulesField, selector: string | null | undefined, isNeeded: boolean): RulesFault | null {
  if (selector === null || selector === undefined) return isNeeded ? { field, reason: 'empty' } : null;
  const steps = selectorSteps(selector);
  if (typeof steps === 'string') return { field, reason: steps };
  // What repeats is looked for in the whole page, where there is nothing to stand beside.
  return isNeeded && steps.some(({ lead }) => lead === 'next') ? { field, reason: 'not-a-selector' } : null;
}

function pathFault(field: RulesField, path: string | null | undefined, isNeeded: boolean): RulesFault | null {
  if (path === null || path === undefined || (path === '' && isNeeded)) return isNeeded ? { field, reason: 'empty' } : null;
  if (path.length > LONGEST) return { field, reason: 'too-long' };
  return pathSteps(path) === null ? { field, reason: 'not-a-path' } : null;
}

function htmlFault(rules: HtmlRules): RulesFault | null {
  return pathFault('in', rules.in, false) ?? selectorFault('item', rules.item, true) ?? selectorFault('title', rules.title, false)
    ?? selectorFault('link', rules.link, false) ?? selectorFault('date', rules.date, false) ?? selectorFault('summary', rules.summary, false);
}

function linkFault({ link }: JsonRules): RulesFault | null {
  if (link.trim() === '') return { field: 'link', reason: 'empty' };
  if (link.length > LONGEST) return { field: 'link', reason: 'too-long' };
  if (!isTemplate(link)) return pathFault('link', link, true);
  const fields = [...link.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
  return fields.every((path) => path !== '' && pathSteps(path) !== null) ? null : { field: 'link', reason: 'not-a-path' };
}

function jsonFault(rules: JsonRules): RulesFault | null {
  return selectorFault('in', rules.in, false) ?? pathFault('items', rules.items, false) ?? pathFault('title', rules.title, true)
    ?? linkFault(rules) ?? pathFault('date', rules.date, false) ?? pathFault('summary', rules.summary, false) ?? pathFault('id', rules.id, false);
}

/** Why rules cannot be used, or null where they can. Never throws; bad selectors and paths of people are what it is for. */
export function validateRules(rules: PageRules): RulesFault | null {
  switch (rules.kind) {
    case 'html':
      return htmlFault(rules);
    case 'json':
      return jsonFault(rules);
    default:
      return { field: 'kind', reason: 'no-such-kind' };
  }
}
