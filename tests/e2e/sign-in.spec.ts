import { AxeBuilder } from '@axe-core/playwright';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Newsroom } from '../newsroom/newsroom.ts';
import type { App } from './app/app.ts';
import { expect, test } from './app/test.ts';

const PASSWORD = 'Schluessel-4711';
const BASIC = `Basic ${Buffer.from(`ann:${PASSWORD}`).toString('base64')}`;
const FEED = '<rss version="2.0"><channel><title>Readers of Oxide</title><link>http://readers.example/</link><item><title>For readers alone</title><guid>1</guid></item></channel></rss>';

/** A feed at the outlet that only those see whom `mayRead` lets in. */
function privateFeed(newsroom: Newsroom, mayRead: (request: IncomingMessage) => boolean): string {
  newsroom.server('oxide-alloy').extra.set('/readers.xml', (request: IncomingMessage, response: ServerResponse) => {
    if (mayRead(request)) response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(FEED);
    else response.writeHead(401, { 'www-authenticate': 'Basic realm="readers"' }).end();
  });
  return `${newsroom.origin('oxide-alloy')}/readers.xml`;
}

async function find(app: App, address: string): Promise<void> {
  await app.screen.button('Add source…').click();
  await app.screen.dialog('Add source').getByRole('textbox', { name: 'Address of a site or feed' }).fill(address);
  await app.page.keyboard.press('Enter');
}

async function expectAccessible({ page }: App, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect.soft(violations.map(({ id, nodes }) => `${screen}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`)).toEqual([]);
}

test('a source that asks for sign-in is followed with it, and tells when it is lost', async ({ app, newsroom }) => {
  const address = privateFeed(newsroom, ({ headers }) => headers.authorization === BASIC);
  const { host } = new URL(address);
  const dialog = app.screen.dialog('Add source');
  await find(app, address);
  await expect(dialog.getByRole('alert')).toContainText('The address asks for sign-in');
  await expect(dialog.getByText(`It is sent to ${host} only.`)).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'User' })).toBeFocused();
  await expectAccessible(app, 'add, sign-in');

  // Nothing entered, the wrong password, the right one; all by the keyboard.
  await app.page.keyboard.press('Enter');
  await expect(dialog.getByText('Enter the user.')).toBeVisible();
  await app.page.keyboard.type('ann');
  await app.page.keyboard.press('Tab');
  await app.page.keyboard.type('wrong');
  await app.page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText(`The sign-in was not accepted by ${host}. Check it and try again.`);
  const password = dialog.getByLabel('Password', { exact: true });
  await expect(password).toHaveAttribute('type', 'password');
  await password.fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Show what is typed' }).click();
  await expect(password).toHaveAttribute('type', 'text');
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(dialog.getByRole('button', { name: 'Subscribe' })).toBeVisible();
  await app.page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(app.screen.toast.getByText('There is no keychain here, so the sign-in is kept until Monazite is closed.')).toBeVisible();
  await expect(app.screen.row('For readers alone')).toBeVisible();
  expect((await app.call('listFeeds', {})).feeds).toMatchObject([{ credentials: 'basic', feedUrl: address }]);

  // Closed and opened again, the sign-in is gone, and can be entered from the strip.
  await app.restart();
  await app.refreshed();
  await app.screen.go('Readers of Oxide');
  const strip = app.page.getByRole('region', { name: /^The sign-in is not on this computer/ });
  await strip.getByRole('button', { name: 'Sign in…' }).click();
  const again = app.screen.dialog('Sign in to Readers of Oxide');
  await expect(again.getByRole('textbox', { name: 'User' })).toBeFocused();
  await expectAccessible(app, 'sign-in dialog');
  await app.page.keyboard.type('ann');
  await again.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await app.page.keyboard.press('Enter');
  await expect(again).toBeHidden();
  await expect(strip).toBeHidden();

  // Signed out from the menu.
  await app.screen.place('Readers of Oxide').click({ button: 'right' });
  await app.page.getByRole('menuitem', { name: 'Sign-in…' }).click();
  await expect(again.getByText('Signed in with a user and password.')).toBeVisible();
  await again.getByRole('button', { name: 'Sign out' }).click();
  await expect(again).toBeHidden();
  expect((await app.call('listFeeds', {})).feeds).toMatchObject([{ credentials: null }]);
});

test('a header can be given instead, and one that Monazite sets itself is refused in words', async ({ app, newsroom }) => {
  await find(app, privateFeed(newsroom, ({ headers }) => headers['x-reader'] === 'tok_1'));
  const dialog = app.screen.dialog('Add source');
  await dialog.getByText('Header', { exact: true }).click();
  await dialog.getByLabel('Name of the header').fill('Cookie');
  await dialog.getByLabel('Value').fill('tok_1');
  await app.page.keyboard.press('Enter');
  await expect(dialog.getByText('Monazite sets this header itself. Enter the name that the site gave you.')).toBeVisible();
  await dialog.getByLabel('Name of the header').fill('X-Reader');
  await app.page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Subscribe' })).toBeVisible();
  await app.page.keyboard.press('Enter');
  await expect(app.screen.row('For readers alone')).toBeVisible();
});

test('a key in the address is kept apart from it, and a new one can be entered', async ({ app, newsroom }) => {
  let key = 'k3y-0123456789';
  const address = privateFeed(newsroom, ({ url }) => new URL(url ?? '/', 'http://x').searchParams.get('apikey') === key);
  await find(app, `${address}?apikey=${key}`);
  await expect(app.screen.dialog('Add source').getByRole('button', { name: 'Subscribe' })).toBeVisible();
  await app.page.keyboard.press('Enter');
  await expect(app.screen.row('For readers alone')).toBeVisible();
  expect((await app.call('listFeeds', {})).feeds).toMatchObject([{ credentials: 'url', feedUrl: `${address}?apikey=***` }]);
  key = 'k3y-another';
  await app.refreshed();
  await app.screen.go('Readers of Oxide');
  await app.page.getByRole('button', { name: 'Sign in…' }).click();
  const dialog = app.screen.dialog('Sign in to Readers of Oxide');
  await expectAccessible(app, 'key dialog');
  await dialog.getByLabel('Value of apikey').fill(key);
  await app.page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(app.page.getByRole('button', { name: 'Sign in…' })).toBeHidden();
});
