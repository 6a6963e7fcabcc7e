import type { Page } from 'playwright-core';

/** Every text on the page, and every text that is read aloud: of nodes, names, titles and placeholders. */
export async function textsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const texts = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (!parentElement?.matches('style, script')) texts.add(textContent ?? '');
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription']) {
      for (const element of document.querySelectorAll(`[${name}]`)) texts.add(element.getAttribute(name) ?? '');
    }
    return [...texts].map((text) => text.trim()).filter((text) => text !== '');
  });
}

/**
 * Texts of 12 px or more whose colour stands out from what lies behind it by less than 4.5, as WCAG 2.2 reckons. Transparent ones
 * lie over a picture of themselves, to be selected.
 */
export async function faintTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (!pen) throw new Error('no canvas to mix colours on');
    const mix = (colours: readonly string[]): readonly number[] => {
      pen.clearRect(0, 0, 1, 1);
      for (const colour of colours) {
        pen.fillStyle = colour;
        pen.fillRect(0, 0, 1, 1);
      }
      return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const luminance = (colour: readonly number[]): number => {
      const [red = 0, green = 0, blue = 0] = colour.map((part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const above = (element: Element): Element[] =>
      element.parentElement ? [...above(element.parentElement), element] : [element];
    const isExempt = (element: Element): boolean =>
      element.closest(':disabled, [data-disabled="true"], [aria-disabled="true"], .react-flow__attribution') !== null ||
      above(element).some((one) => Number(getComputedStyle(one).opacity) < 1);
    const faint: string[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      const text = [...element.childNodes].map((node) => (node instanceof Text ? node.data.trim() : '')).join('');
      const style = getComputedStyle(element);
      if (style.color === 'rgba(0, 0, 0, 0)') continue;
      if (text === '' || parseFloat(style.fontSize) < 12 || !element.checkVisibility() || isExempt(element)) continue;
      const behind = above(element).map((one) => getComputedStyle(one).backgroundColor);
      const [dark = 0, light = 0] = [luminance(mix(behind)), luminance(mix([...behind, style.color]))].toSorted(
        (a, b) => a - b,
      );
      const ratio = (light + 0.05) / (dark + 0.05);
      if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${text.slice(0, 60)}`);
    }
    return faint;
  });
}
