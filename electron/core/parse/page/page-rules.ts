/** How a page that is no feed is read as one, as the contract carries it and the store keeps it. */
export type { HtmlPageRules as HtmlRules, JsonPageRules as JsonRules, PageRules } from '../../../contract/page.ts';

export type RulesField = 'kind' | 'in' | 'item' | 'items' | 'title' | 'link' | 'date' | 'summary' | 'id';

/** Why rules cannot be used: the field, and what is wrong with it. `unsupported` is a selector that we will not run. */
export interface RulesFault {
  readonly field: RulesField;
  readonly reason: 'empty' | 'too-long' | 'not-a-selector' | 'unsupported' | 'not-a-path' | 'no-such-kind';
}
