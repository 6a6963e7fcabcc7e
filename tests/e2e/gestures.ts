import type { Locator, Page } from 'playwright-core';

/** What a person does, counted: a click, a drag, a word with Enter, a key. */
export interface Gestures {
  click(target: Locator): Promise<void>;
  /** Types a word into what has the focus, and Enter. A key before it opens the place to type in: all of it is one gesture. */
  word(...keysAndWord: readonly string[]): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  /** Anything else that is one gesture: a drag. */
  count(gesture: () => Promise<void>): Promise<void>;
  made(): number;
}

/** Counts gestures on a page. */
export function countGestures(page: Page): Gestures {
  let made = 0;
  return {
    async click(target) {
      made += 1;
      await target.click();
    },
    async word(...keysAndWord) {
      made += 1;
      for (const key of keysAndWord.slice(0, -1)) await page.keyboard.press(key);
      await page.getByRole('combobox', { expanded: true }).waitFor();
      await page.keyboard.type(keysAndWord.at(-1) ?? '');
      await page.keyboard.press('Enter');
    },
    async press(...keys) {
      made += keys.length;
      for (const key of keys) await page.keyboard.press(key);
    },
    async count(gesture) {
      made += 1;
      await gesture();
    },
    made: () => made,
  };
}
