import { ensureBuilt } from '../../electron/build/build.mjs';

/** The tests drive the built app; what is stale is built first. */
// Playwright asks for a default export.
// oxlint-disable-next-line import/no-default-export
export default async function globalSetup(): Promise<void> {
  await ensureBuilt();
}
