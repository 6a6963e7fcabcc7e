import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser, openPage } from './browser-page.ts';
import { startJacquard } from './running-jacquard.ts';
import { pageStates } from './states/page-states.ts';
import { stageOf } from './states/stage.ts';

/**
 * Makes pictures of everything that the page can show, in both languages and themes and in two sizes:
 * `FOLDER/en-light-1440/node-menu.png`. Words after the folder choose states by their names.
 */
const [folder = '.screenshots', ...wanted] = process.argv.slice(2);
const sizes = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
] as const;
const jacquard = await startJacquard();
const browser = await openBrowser();
let failures = 0;
for (const language of ['en', 'fr'] as const) {
  for (const viewport of sizes) {
    for (const state of pageStates.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      await takeBoth(state, language, viewport);
    }
  }
}
await browser.close();
await jacquard.remove();
process.exitCode = failures === 0 ? 0 : 1;

async function takeBoth(
  state: (typeof pageStates)[number],
  language: 'en' | 'fr',
  viewport: (typeof sizes)[number],
): Promise<void> {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const { page } = await openPage(browser, `${jacquard.url}/flows`, { viewport, locale });
  try {
    await state.show(stageOf(page, jacquard.url, language));
    for (const colorScheme of ['light', 'dark'] as const) {
      const place = join(folder, `${language}-${colorScheme}-${viewport.width}`);
      mkdirSync(place, { recursive: true });
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(place, `${state.name}.png`) });
    }
  } catch (error) {
    failures += 1;
    process.stderr.write(`${language} ${viewport.width} ${state.name}: ${String(error)}\n`);
  } finally {
    await page.context().close();
  }
}
