import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'playwright/test';
import type { App } from './app.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Holds what is on the screen to WCAG 2.2 AA and to what is good practice beyond it. `screen` names it in what is told. */
export async function expectAccessible(app: Pick<App, 'page'>, screen: string): Promise<void> {
  // What passed is not described, and what was found is not put together in a page of its own, as frames of other origins
  // would need, of which the window has none: a screen takes a third of the time so.
  const { violations } = await new AxeBuilder({ page: app.page }).setLegacyMode(true).options({ runOnly: TAGS, resultTypes: ['violations'] }).analyze();
  const told = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${screen}: ${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n').slice(1).join(' ').trim()}`));
  expect.soft(told).toEqual([]);
}
