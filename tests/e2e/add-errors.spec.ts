import { errorWords } from '../../renderer/words/en/errors.ts';
import type { ReaderErrorCode } from '../../electron/contract/errors.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import type { Fault } from '../newsroom/server/fault.ts';
import type { App } from './app/app.ts';
import { expect, test } from './app/test.ts';

async function find(app: App, address: string): Promise<void> {
  await app.screen.button('Add source…').click();
  await app.screen.dialog('Add source').getByRole('textbox', { name: 'Address of a site or feed' }).fill(address);
  await app.page.keyboard.press('Enter');
}

async function expectProblem(app: App, code: ReaderErrorCode): Promise<void> {
  const { title, next } = errorWords[code];
  const problem = app.screen.dialog('Add source').getByRole('alert');
  await expect(problem).toContainText(title);
  await expect(problem).toContainText(next);
  await expect(problem).not.toContainText('{{');
  await expect(app.screen.dialog('Add source').getByRole('textbox', { name: 'Address of a site or feed' })).toHaveAttribute('aria-invalid', 'true');
  expect((await app.call('listFeeds', {})).feeds).toEqual([]);
}

const feed = (newsroom: Newsroom): string => newsroom.feedUrl('oxide-alloy');

/** What is typed, what the server does, and what is said. */
const CASES: readonly { readonly what: string; readonly address: (newsroom: Newsroom) => string; readonly fault?: Fault; readonly code: ReaderErrorCode }[] = [
  { what: 'what is no address', address: () => 'rare earths today', code: 'invalid-address' },
  { what: 'an address of another scheme', address: () => 'ftp://127.0.0.1/feed.xml', code: 'unsupported-scheme' },
  { what: 'a page that is not there', address: (newsroom) => `${newsroom.origin('oxide-alloy')}/no-such-page`, code: 'not-found' },
  { what: 'a page with neither a feed nor a list', address: (newsroom) => `${newsroom.origin('kestrel')}/soon`, code: 'no-list-found' },
  { what: 'an empty answer', address: feed, fault: { kind: 'empty' }, code: 'empty-body' },
  { what: 'text that is no feed', address: feed, fault: { kind: 'text' }, code: 'not-a-feed' },
  { what: 'a site that asks for sign-in', address: feed, fault: { kind: 'status', status: 401 }, code: 'unauthorized' },
  { what: 'a site that refuses', address: feed, fault: { kind: 'status', status: 403 }, code: 'forbidden' },
  { what: 'a feed that has ended', address: feed, fault: { kind: 'status', status: 410 }, code: 'gone' },
  { what: 'a site that is asked too often', address: feed, fault: { kind: 'status', status: 429, retryAfter: '60' }, code: 'rate-limited' },
  { what: 'a site with a fault', address: feed, fault: { kind: 'status', status: 500 }, code: 'server-error' },
  { what: 'an address that leads in circles', address: feed, fault: { kind: 'loop' }, code: 'too-many-redirects' },
  { what: 'an answer beyond the cap', address: feed, fault: { kind: 'huge' }, code: 'body-too-large' },
];

test.describe('Adding a source says what is wrong with', () => {
  for (const { what, address, fault, code } of CASES) {
    test(what, async ({ app, newsroom }) => {
      if (fault) newsroom.fail('oxide-alloy', fault);
      newsroom.server('kestrel').extra.set('/soon', (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Soon</title><p>Opening soon.'));
      await find(app, address(newsroom));
      await expectProblem(app, code);
    });
  }

  test('a host that does not answer', async ({ app, newsroom }) => {
    const address = feed(newsroom);
    await newsroom.goDark('oxide-alloy');
    await find(app, address);
    await expectProblem(app, 'host-unreachable');
  });

  test('nothing typed', async ({ app }) => {
    await find(app, '  ');
    await expect(app.screen.dialog('Add source').getByRole('alert')).toHaveText('Type or paste an address.');
  });

  test('a list of addresses that was pasted', async ({ app, newsroom }) => {
    const [one, other] = [newsroom.feedUrl('oxide-alloy'), newsroom.feedUrl('northgate')];
    await find(app, `${one} ${other}`);
    const dialog = app.screen.dialog('Add source');
    await expect(dialog.getByRole('alert')).toContainText('There is more than one address here.');
    await dialog.getByRole('textbox').fill(one);
    await expect(dialog.getByRole('alert')).toHaveCount(0);
    await app.screen.press('Enter');
    await expect(dialog.getByRole('button', { name: 'Subscribe' })).toBeEnabled();
  });

  test('XML that breaks off, or takes what can be read of it', async ({ app, newsroom }) => {
    newsroom.fail('oxide-alloy', { kind: 'broken' });
    await find(app, feed(newsroom));
    const dialog = app.screen.dialog('Add source');
    await expect(dialog.getByRole('alert').or(dialog.getByRole('radio'))).toBeVisible();
  });

  test('a page that hangs, until it is stopped', async ({ app, newsroom }) => {
    newsroom.fail('oxide-alloy', { kind: 'hang' });
    await find(app, feed(newsroom));
    const dialog = app.screen.dialog('Add source');
    await expect(dialog.getByText(`Looking at ${new URL(feed(newsroom)).host}`)).toBeVisible();
    await dialog.getByRole('button', { name: 'Stop' }).click();
    await expect(dialog.getByText(/^Looking at/)).toBeHidden();
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await app.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
});
