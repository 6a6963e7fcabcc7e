import type { Locator } from 'playwright-core';

/** Notes every text that a place of the page shows from now on; call what it returns to read them, in order. */
export async function recordTexts(place: Locator): Promise<() => Promise<readonly string[]>> {
  const seen = await place.evaluateHandle((element) => {
    const texts: string[] = [];
    new MutationObserver(() => {
      const text = element.textContent ?? '';
      if (text !== texts.at(-1)) texts.push(text);
    }).observe(element, { subtree: true, childList: true, characterData: true });
    return texts;
  });
  return () => seen.jsonValue();
}

/** The words of a text without the marks of Markdown and without white space, for texts that are drawn in different ways. */
export function wordsOf(text: string): string {
  return text
    .replaceAll(/^\s*(?:[-*+]|\d+\.|#{1,6}|>)\s+/gm, '')
    .replaceAll(/[*_`\\]/g, '')
    .replaceAll(/\s+/g, '');
}
