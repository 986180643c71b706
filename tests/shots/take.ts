import type { Browser } from 'playwright';
import type { App } from '../e2e/app/app.ts';
import { openScreen, shownAs } from './open-screen.ts';
import type { Look } from './open-screen.ts';
import type { ShownScreen } from './shown-screen.ts';
import { onStage } from './stage.ts';
import type { StageName } from './stage.ts';

export interface Shot extends Look {
  readonly screen: string;
  readonly width: number;
  /** Below the folder of shots. */
  readonly file: string;
}

/** What could not be pictured, and why. */
export interface Missed {
  readonly screen: string;
  readonly why: string;
}

const HEIGHT = { 720: 720, 1024: 768, 1440: 900 } as const;

/** All that is wanted, the widest first: a screen is opened where everything is in reach. */
export interface Wanted {
  readonly widths: readonly number[];
  readonly themes: readonly Look['theme'][];
  readonly languages: readonly Look['language'][];
}

function sizeOf(screen: ShownScreen, width: number): { readonly width: number; readonly height: number } {
  return screen.size ?? { width, height: HEIGHT[width as keyof typeof HEIGHT] ?? 900 };
}

async function takeScreen(app: App, screen: ShownScreen, wanted: Wanted, folder: string): Promise<readonly Shot[]> {
  const shots: Shot[] = [];
  try {
    await openScreen(app, screen);
    for (const width of screen.size ? [screen.size.width] : wanted.widths) {
      await shownAs(app, { theme: 'light', language: 'en' });
      await app.page.setViewportSize(sizeOf(screen, width));
      if (!screen.eachLanguage) await screen.fit?.(app, width);
      for (const language of wanted.languages) {
        await shownAs(app, { theme: 'light', language });
        if (screen.eachLanguage) await screen.fit?.(app, width);
        for (const theme of wanted.themes) {
          await shownAs(app, { theme, language });
          const file = `${screen.id}/${width}-${theme}-${language.slice(0, 2)}.png`;
          await app.page.screenshot({ path: `${folder}/${file}`, caret: 'hide' });
          shots.push({ screen: screen.id, width, theme, language, file });
        }
      }
    }
  } finally {
    await screen.leave?.(app);
  }
  return shots;
}

/** Pictures each screen in every way wanted. One that cannot be opened is told of and costs no other. */
export async function takeAll(browser: Browser, screens: readonly ShownScreen[], wanted: Wanted, folder: string): Promise<{ readonly shots: readonly Shot[]; readonly missed: readonly Missed[] }> {
  const shots: Shot[] = [];
  const missed: Missed[] = [];
  const stages = [...new Set(screens.map(({ stage }) => stage))] satisfies readonly StageName[];
  for (const stage of stages) {
    await onStage(stage, browser, async (app) => {
      app.page.setDefaultTimeout(20_000);
      for (const screen of screens.filter((one) => one.stage === stage)) {
        try {
          shots.push(...(await takeScreen(app, screen, wanted, folder)));
          console.error(`${screen.id}: ${shots.filter((one) => one.screen === screen.id).length}`);
        } catch (error) {
          const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
          missed.push({ screen: screen.id, why });
          console.error(`${screen.id}: not pictured: ${why}`);
          await app.page.screenshot({ path: `${folder}/missed-${screen.id}.png` }).catch(() => undefined);
        }
      }
    });
  }
  return { shots, missed };
}
