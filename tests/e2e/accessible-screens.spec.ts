import { openScreen, shownAs } from '../shots/open-screen.ts';
import { SCREENS } from '../shots/screens.ts';
import { FILL } from '../shots/stage.ts';
import { expectAccessible } from './app/axe.ts';
import { test } from './app/test.ts';

/** Screens a test: a library is filled once for each of these. */
const AT_ONCE = 18;
/** Each screen is looked at in both themes and both languages, and every second one in the other two of the four. */
const LOOKS = [
  [{ theme: 'light', language: 'en' }, { theme: 'dark', language: 'zh-CN' }],
  [{ theme: 'dark', language: 'en' }, { theme: 'light', language: 'zh-CN' }],
] as const;

// Every screen that is pictured is held to axe as well: a line in the list of them adds it to both.
const parts = (['empty', 'library', 'kept', 'thousands'] as const).flatMap((stage) => {
  const screens = SCREENS.filter((screen) => screen.stage === stage);
  return Array.from({ length: Math.ceil(screens.length / AT_ONCE) }, (_, n) => ({ stage, screens: screens.slice(n * AT_ONCE, (n + 1) * AT_ONCE) }));
});

test.describe('Every screen passes axe in both themes and languages:', () => {
  for (const { stage, screens } of parts) {
    test(screens.map(({ id }) => id).join(', '), async ({ app }, testInfo) => {
      testInfo.setTimeout(480_000);
      testInfo.skip(testInfo.project.name === 'electron', 'a page cannot be loaded anew, nor a call be held up');
      await FILL[stage](app);
      for (const [n, screen] of screens.entries()) {
        await test.step(screen.id, async () => {
          await openScreen(app, screen);
          if (!screen.eachLanguage) await screen.fit?.(app, 1440);
          for (const look of LOOKS[n % 2] ?? []) {
            await shownAs(app, look);
            if (screen.eachLanguage) await screen.fit?.(app, 1440);
            await expectAccessible(app, `${screen.id}, ${look.theme}, ${look.language}`);
          }
          await screen.leave?.(app);
        });
      }
      // A screen that a source fails on tells of it in the window, not on the console.
      app.watch.forgive(/Failed to load resource/);
    });
  }
});
