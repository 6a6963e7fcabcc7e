import type { Browser } from 'playwright-core';

/** What one opening of the page cost. */
export interface PageLoad {
  /** Bytes of JavaScript as they travelled, compressed. */
  readonly scriptBytes: number;
  /** The hosts that anything was asked of. */
  readonly hosts: ReadonlySet<string>;
  /** Milliseconds from the navigation until the first node is drawn. */
  readonly firstNode: number;
}

/** Opens a flow in a browser without a cache, until its first node is drawn and nothing is fetched any more. */
export async function openPageWatched(browser: Browser, url: string): Promise<PageLoad> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const scripts = new Set<string>();
  const hosts = new Set<string>();
  let scriptBytes = 0;
  session.on('Network.requestWillBeSent', ({ request }) => hosts.add(new URL(request.url).host));
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength;
  });
  await session.send('Network.enable');
  await page.addInitScript(() => {
    const look = (): void => {
      const node = document.querySelector('.react-flow__node');
      if (node?.checkVisibility({ visibilityProperty: true }))
        requestAnimationFrame(() => performance.mark('first-node'));
      else requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('first-node').length > 0);
  const firstNode = await page.evaluate(() => performance.getEntriesByName('first-node')[0]?.startTime ?? Number.NaN);
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await context.close();
  return { scriptBytes, hosts, firstNode };
}
