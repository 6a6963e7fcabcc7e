import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { setUpJacquard } from './set-up-jacquard.ts';
import { pageStates } from './states/page-states.ts';
import { stageOf } from './states/stage.ts';

const tests = setUpJacquard();

/** What axe-core finds wrong, each with where. By night only colours are others. */
async function violations(page: Page, colorScheme: 'light' | 'dark'): Promise<readonly string[]> {
  // No page holds another site's frame, so that one call within it does; what passes isn't told.
  const checker = new AxeBuilder({ page }).setLegacyMode();
  checker.options({ resultTypes: ['violations'], ...(colorScheme === 'dark' && { runOnly: ['color-contrast'] }) });
  const { violations: found } = await checker.analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help} — ${html.slice(0, 160)} — ${failureSummary ?? ''}`),
  );
}

test.for(pageStates.map(({ name }) => name))('axe-core finds nothing wrong, by day and by night: %s', async (name) => {
  const page = await tests.open('/healthz', { tolerated: /404/ });
  await pageStates.find((state) => state.name === name)?.show(stageOf(page, tests.jacquard.url, 'en'));
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.waitForFunction(
      (wanted) => document.documentElement.dataset['mantineColorScheme'] === wanted,
      colorScheme,
    );
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))),
    );
    expect({ colorScheme, found: await violations(page, colorScheme) }).toEqual({ colorScheme, found: [] });
  }
});
