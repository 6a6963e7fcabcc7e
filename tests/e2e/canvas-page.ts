import type { Locator, Page } from 'playwright-core';

/** A node's card on the canvas, by the title that it bears. */
export function nodeCard(page: Page, title: string): Locator {
  return page.getByRole('group', { name: title, exact: true });
}

/** An end of wires on a node, by its label. */
export function port(card: Locator, label: string, side: 'input' | 'output'): Locator {
  return card.getByLabel(new RegExp(`^${label}, ${side}, `));
}

/** The value that a node shows of its last run. */
export function shownValue(card: Locator): Locator {
  return card.getByRole('button', { name: 'Show the value in full' });
}

/** Adds a node by the box at the upper left, as a click does. */
export async function addNode(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a node /' }).click();
  await page.getByRole('combobox', { name: 'Search nodes' }).fill(name);
  await offer(page, name).click();
}

/** A node type in the open list. */
export function offer(page: Page, name: string): Locator {
  return page.getByRole('option').filter({ has: page.getByText(name, { exact: true }) });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of what is drawn, once it has stood still for a third of a second: views glide, and sometimes begin late. */
export async function middleOf(target: Locator): Promise<Point> {
  return target.evaluate(async (element) => {
    let before = '';
    for (let still = 0; still < 20; still += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = JSON.stringify(element.getBoundingClientRect());
      if (now !== before) still = 0;
      before = now;
    }
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
}

/** Presses the mouse on a port and draws to a place, without letting go. */
export async function holdWire(page: Page, from: Locator, to: Point): Promise<void> {
  const start = await middleOf(from);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + to.x) / 2, (start.y + to.y) / 2, { steps: 6 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
}

/** Draws a wire from port to port with the mouse. */
export async function drawWire(page: Page, from: Locator, to: Locator): Promise<void> {
  await holdWire(page, from, await middleOf(to));
  await page.mouse.up();
}

/** A place of the canvas where nothing is drawn. */
export async function emptyPlace(page: Page): Promise<Point> {
  return page.getByRole('application').evaluate((canvas) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    for (let y = top + height - 90; y > top + 90; y -= 30) {
      for (let x = left + width - 60; x > left + 320; x -= 30) {
        const around = [0, -50, 50].flatMap((dx) =>
          [0, -30, 30].map((dy) => document.elementFromPoint(x + dx, y + dy)),
        );
        if (around.every((element) => element?.classList.contains('react-flow__pane'))) return { x, y };
      }
    }
    throw new Error('the canvas is full');
  });
}

/** Waits until what was changed is on disk. */
export async function untilSaved(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('status').getByText('Saved', { exact: true }).waitFor();
}

/** Waits until no run goes on. */
export async function untilRunEnds(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: /^Run/ }).waitFor({ timeout: 60_000 });
}
