import type { BrowserContext, Page } from 'playwright/test';

/** What no screen may do: errors on the console, errors thrown, a policy broken, a request to another origin. */
export class Watch {
  readonly #faults: string[] = [];
  readonly #requests: string[] = [];
  readonly #followed = new Set<BrowserContext>();

  follow(context: BrowserContext): void {
    if (this.#followed.has(context)) return;
    this.#followed.add(context);
    context.on('console', (message) => {
      if (message.type() === 'error') this.#faults.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.#faults.push(`thrown: ${error.error().stack ?? error.error().message}`));
    context.on('request', (request) => this.#requests.push(request.url()));
    context.on('page', (page) => void this.#guard(page));
    for (const page of context.pages()) void this.#guard(page);
  }

  async #guard(page: Page): Promise<void> {
    await page
      .addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(`policy: ${event.effectiveDirective} refused ${event.blockedURI}`);
        });
      })
      .catch(() => undefined);
  }

  /** Forgets faults that match: for tests that bring them about. */
  forgive(pattern: RegExp): void {
    for (let i = this.#faults.length - 1; i >= 0; i -= 1) if (pattern.test(this.#faults[i] ?? '')) this.#faults.splice(i, 1);
  }

  /** Addresses outside the app that its pages asked for. */
  outside(): readonly string[] {
    return this.#requests.filter((url) => /^(https?|wss?|ftp):/.test(url) && !this.#own(url));
  }

  faults(): readonly string[] {
    return this.#faults;
  }

  readonly #origins = new Set<string>();

  /** Names an origin of the app's own. */
  allow(url: string): void {
    this.#origins.add(new URL(url).origin);
  }

  #own(url: string): boolean {
    return this.#origins.has(new URL(url).origin);
  }
}
