import type { Page } from 'playwright/test';
import type { AnswerOf, ArgsOf, CallAnswer, ReaderBridge, ReaderMethod } from '../../../electron/contract/api.ts';
import type { ReaderErrorCode } from '../../../electron/contract/errors.ts';
import type { Newsroom } from '../../newsroom/newsroom.ts';
import { OUTLETS } from '../../newsroom/outlet.ts';
import type { Door } from './door.ts';
import { Screen } from './screen.ts';
import type { Watch } from './watch.ts';

/** The app under test, a newsroom of its own, and the profile that both starts share. */
export class App {
  readonly newsroom: Newsroom;
  readonly profile: string;
  readonly watch: Watch;
  readonly #door: Door;
  #page: Page | null = null;

  constructor(parts: { readonly newsroom: Newsroom; readonly profile: string; readonly watch: Watch; readonly door: Door }) {
    this.newsroom = parts.newsroom;
    this.profile = parts.profile;
    this.watch = parts.watch;
    this.#door = parts.door;
  }

  /** The page as it is now; another one after each restart. */
  get page(): Page {
    if (!this.#page) throw new Error('the app is closed');
    return this.#page;
  }

  /** The window as it is now. */
  get screen(): Screen {
    return new Screen(this.page);
  }

  get isOpen(): boolean {
    return this.#page !== null && !this.#page.isClosed();
  }

  async open(): Promise<void> {
    try {
      const page = await this.#door.open();
      this.#page = page;
      // What a test presses next must not fall before the first frame, which waits for the settings.
      await page.locator('#root > *').first().waitFor({ state: 'attached' });
    } catch (error) {
      // A start that failed half-way leaves nothing running.
      await this.#door.close().catch(() => undefined);
      throw error;
    }
    this.watch.allow(this.#page.url());
  }

  async close(): Promise<void> {
    this.#page = null;
    await this.#door.close();
  }

  /** Ends the app and starts it cold on the same profile. `between` runs while it is down. */
  async restart(between?: () => void | Promise<void>): Promise<void> {
    await this.close();
    await between?.();
    await this.open();
  }

  /** One contract method, through the page's own carrier. Rejects with the code where the engine refuses. */
  async call<M extends ReaderMethod>(method: M, args: ArgsOf<M>): Promise<AnswerOf<M>> {
    const answer = await this.#ask(method, args);
    if (!answer.ok) throw new Error(`${method}: ${answer.error.code}: ${answer.error.message}`);
    return answer.value as AnswerOf<M>;
  }

  /** The code with which the engine refuses, or null where it does not. */
  async refusal<M extends ReaderMethod>(method: M, args: ArgsOf<M>): Promise<ReaderErrorCode | null> {
    const answer = await this.#ask(method, args);
    return answer.ok ? null : answer.error.code;
  }

  #ask(method: string, args: unknown): Promise<CallAnswer> {
    return this.page.evaluate(
      async ([name, value]) => {
        const { reader } = window as { readonly reader?: ReaderBridge };
        if (reader) return reader.call(name, value);
        const response = await fetch(`call/${name}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) });
        return (await response.json()) as CallAnswer;
      },
      [method, args] as const,
    );
  }

  /** Follows outlets of the newsroom in their folders, with what they hold now; all that have a feed where none is named. */
  async follow(...outletIds: readonly string[]): Promise<void> {
    for (const { id, folder, feedPath, hidden } of OUTLETS) {
      if (feedPath === '' || (outletIds.length > 0 ? !outletIds.includes(id) : hidden)) continue;
      await this.call('subscribe', { url: this.newsroom.feedUrl(id), folder: folder.length > 0 ? folder.join('/') : null });
    }
  }

  /** Refreshes all and waits for the end. */
  async refreshed(): Promise<void> {
    await this.page.waitForFunction(() => document.readyState === 'complete');
    for (;;) {
      const code = await this.refusal('refresh', {});
      if (code !== 'refresh-running') break;
    }
    await this.#until(async () => !(await this.call('refreshProgress', {})).running, 'the refresh to end');
  }

  /** Waits until no image of any article is still to be fetched. */
  async imagesKept(): Promise<void> {
    await this.#until(async () => {
      const { articles } = await this.call('listArticles', { scope: { kind: 'all' }, limit: 500 });
      for (const { id, kept } of articles) {
        if (kept === 'full') continue;
        const { images } = await this.call('getArticle', { articleId: id });
        if (images.some((image) => image.state === 'pending')) return false;
      }
      return true;
    }, 'all images to be kept');
  }

  /** Waits until the icon of each source of the newsroom was looked for: it is here, or was asked for at the last place where one may be. */
  async iconsKept(): Promise<void> {
    await this.#until(async () => {
      const { feeds } = await this.call('listFeeds', {});
      return feeds.every(({ feedUrl, icon }) => {
        const outlet = OUTLETS.find(({ id }) => this.newsroom.feedUrl(id) === feedUrl);
        if (icon !== null || !outlet) return true;
        return (outlet.icon === 'none' || outlet.icon === 'broken') && this.newsroom.requests(outlet.id).some(({ path, status }) => path === '/favicon.ico' && status !== 0);
      });
    }, 'the icons of all sources');
  }

  async #until(holds: () => Promise<boolean>, what: string): Promise<void> {
    const end = Date.now() + 60_000;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error(`waited a minute for ${what}`);
      await this.page.waitForTimeout(100);
    }
  }
}
