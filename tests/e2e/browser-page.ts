import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A Chromium with a fresh profile. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: flags });
}

export interface OpenPage {
  readonly page: Page;
  /** Errors that the page threw or logged, and hosts that it asked beside its own. A test that ends with one has failed. */
  readonly errors: string[];
}

/** A page as a new user has it: empty storage, English, light; or, in a context that there is, another tab of it. */
export async function openPage(
  place: Browser | BrowserContext,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context =
    'newContext' in place
      ? await place.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', ...options })
      : place;
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const { host } = new URL(url);
  page.on('request', (request) => {
    const asked = new URL(request.url());
    if (asked.host !== '' && asked.host !== host) errors.push(`another host was asked: ${asked.host}`);
  });
  await page.goto(url);
  return { page, errors };
}
