import type { App } from '../e2e/app/app.ts';
import { article, dialog } from './reach.ts';
import type { ShownScreen } from './shown-screen.ts';
import { FIGURES_TITLE } from './stories.ts';

/** The dialog of an entry in the menu of a source. */
async function ofSource(app: App, entry: string): Promise<void> {
  await app.screen.place('Oxide & Alloy').click({ button: 'right' });
  await app.page.getByRole('menuitem', { name: entry }).click();
  await dialog(app).waitFor();
}

async function fixFigure(app: App): Promise<void> {
  await article(app, 'Strategic Minerals Office', FIGURES_TITLE);
  const lens = app.page.getByRole('complementary', { name: 'Lens' });
  if (!(await lens.isVisible())) await app.screen.press('l');
  await lens.getByRole('button', { name: /^1,680,000/ }).click({ button: 'right' });
  await app.page.getByRole('menuitem', { name: 'Fix…' }).click();
  await dialog(app).waitFor();
}

async function rate(app: App): Promise<void> {
  await app.screen.go('Unread');
  await app.screen.press('g', 'p');
  await app.screen.button('Set a rate to convert…').click();
  await dialog(app).waitFor();
}

/** A page of which another list can be chosen. */
async function pageRules(app: App): Promise<void> {
  await app.screen.button('Add source…').first().click();
  await dialog(app).waitFor();
  await app.page.keyboard.type(app.newsroom.origin('kestrel'));
  await app.screen.press('Enter');
  await dialog(app).getByRole('table').waitFor();
  await dialog(app).getByText('Rules', { exact: true }).click();
}

async function toast(app: App): Promise<void> {
  await app.screen.go('Unread');
  await app.screen.focusList();
  await app.screen.press('j', 's', 'Control+e');
  await dialog(app).locator('[data-toast]').hover();
}

/** Takes the bookmark back once the dialog is gone: before, Z is the dialog's. */
async function leaveToast(app: App): Promise<void> {
  await app.page.keyboard.press('Escape');
  await dialog(app).waitFor({ state: 'hidden' });
  await app.screen.press('z');
  await app.page.locator('[data-toast]').waitFor({ state: 'hidden' });
}

/** Dialogs of single things. */
export const DIALOG_SCREENS: readonly ShownScreen[] = [
  { id: 'fix-figure', stage: 'library', open: fixFigure },
  { id: 'rate', stage: 'library', open: rate },
  { id: 'page-rules', stage: 'empty', open: pageRules },
  { id: 'move-source', stage: 'library', open: (app) => ofSource(app, 'Move to folder…') },
  { id: 'rename-source', stage: 'library', open: (app) => ofSource(app, 'Rename…') },
  { id: 'toast-in-dialog', stage: 'library', open: toast, leave: leaveToast },
];
