import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openBrowser, openPage, type OpenPage } from './browser-page.ts';
import { startJacquard, type RunningJacquard, type StartOptions } from './running-jacquard.ts';

interface OpenOptions extends BrowserContextOptions {
  /** What the browser logs because of what the test itself does to the connection; nothing else may be named. */
  readonly tolerated?: RegExp;
}

/** The server and the pages of one file of tests. */
export interface BrowserTests {
  readonly jacquard: RunningJacquard;
  /** Opens a path in a browser of a new user: its storage is empty. */
  open(path: string, options?: OpenOptions): Promise<Page>;
  /** Opens a path in another tab of the user whose page this is. */
  openBeside(page: Page, path: string): Promise<Page>;
}

interface Watched extends OpenPage {
  readonly tolerated: RegExp | undefined;
}

/**
 * A server on a home of its own and a browser, for the tests of one file. After each test its pages are closed, and the
 * test fails if one of them threw or logged an error.
 */
export function setUpJacquard(options: () => StartOptions = () => ({})): BrowserTests {
  let jacquard: RunningJacquard | undefined;
  let browser: Browser | undefined;
  const opened: Watched[] = [];
  beforeAll(async () => {
    [jacquard, browser] = await Promise.all([startJacquard(options()), openBrowser()]);
  });
  afterEach(async () => {
    const pages = opened.splice(0);
    for (const { page } of pages) await page.context().close();
    expect(pages.flatMap(({ errors, tolerated }) => errors.filter((text) => !tolerated?.test(text)))).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await jacquard?.remove();
  });
  const running = (): RunningJacquard => jacquard ?? fail();
  const watch = (page: OpenPage, tolerated: RegExp | undefined): Page => {
    opened.push({ ...page, tolerated });
    return page.page;
  };
  return {
    get jacquard() {
      return running();
    },
    async open(path, { tolerated, ...context } = {}) {
      return watch(await openPage(browser ?? fail(), running().url + path, context), tolerated);
    },
    async openBeside(page, path) {
      const { tolerated } = opened.find((other) => other.page === page) ?? {};
      return watch(await openPage(page.context(), running().url + path), tolerated);
    },
  };
}

function fail(): never {
  throw new Error('the server and the browser start with the first test');
}
