import { test } from './app/test.ts';
for (const [w,h,theme,language] of [[1440,900,'light','en'],[1440,900,'dark','zh-CN'],[1024,768,'light','zh-CN']] as const)
test.describe(`${w}-${theme}`, () => {
  test.use({ settings: { theme, language, lensShown: true, stories: true } });
  test('shots', async ({ app }) => {
    const { page } = app;
    await page.setViewportSize({ width: w, height: h });
    await app.follow();
    await app.imagesKept();
    const shot = (n: string) => page.screenshot({ path: `/tmp/shots/j-${n}-${w}-${theme}.png` });
    await app.screen.row(/Dysprosium oxide gains again|镝价七连涨/).first().click();
    await page.waitForTimeout(2500);
    await shot('lens');
    await page.keyboard.press('g'); await page.keyboard.press('p'); await page.waitForTimeout(800); await shot('prices');
    await page.keyboard.press('g'); await page.keyboard.press('f'); await page.waitForTimeout(800); await shot('figures');
    await page.keyboard.press('g'); await page.keyboard.press('c'); await page.waitForTimeout(800); await shot('calendar');
    await page.keyboard.press('g'); await page.keyboard.press('t'); await page.waitForTimeout(300);
    await page.keyboard.press('Control+k'); await page.waitForTimeout(600); await page.keyboard.type('dy'); await page.waitForTimeout(700); await shot('palette');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+,'); await page.waitForTimeout(400); await shot('settings');
  });
});
