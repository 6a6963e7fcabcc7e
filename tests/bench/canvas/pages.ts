import type { Browser, Page } from 'playwright-core';
import { openPage } from '../../e2e/browser-page.ts';

/** All of the graph, or its middle at 100 %. */
export type View = 'fit' | 'one';

/** What of the canvas is in sight, and how large it is on the page. */
export interface ShownView {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

/** The product's page, once its nodes stand. */
export async function openCanvas(browser: Browser, url: string): Promise<Page> {
  const { page } = await openPage(browser, url);
  await page.locator('.react-flow__node').first().waitFor();
  await page.waitForTimeout(1_500);
  return page;
}

/** Brings the view about as a person does: by the toolbar's buttons. */
export async function showView(page: Page, view: View): Promise<ShownView> {
  await page.getByRole('button', { name: 'Fit', exact: true }).click();
  await page.waitForTimeout(800);
  if (view === 'one') {
    await page.getByRole('button', { name: /show in its own size$/ }).click();
    await page.waitForTimeout(800);
  }
  return viewOf(page);
}

/** The view as it stands. */
export async function viewOf(page: Page): Promise<ShownView> {
  return page.evaluate(() => {
    const canvas = document.querySelector('.react-flow');
    const viewport = document.querySelector('.react-flow__viewport');
    if (!canvas || !viewport) throw new Error('no canvas');
    const { a, e, f } = new DOMMatrix(getComputedStyle(viewport).transform);
    return { x: e, y: f, zoom: a, width: canvas.clientWidth, height: canvas.clientHeight };
  });
}

/** The bare page with the same view, once its nodes stand. */
export async function openBare(browser: Browser, url: string, view: ShownView): Promise<Page> {
  const asked = new URLSearchParams(Object.entries(view).map(([name, value]) => [name, String(value)]));
  const { page } = await openPage(browser, `${url}?${asked}`);
  await page.locator('.react-flow__node').first().waitFor();
  await page.waitForTimeout(1_500);
  return page;
}
