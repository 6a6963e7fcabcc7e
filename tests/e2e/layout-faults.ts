import type { Page } from 'playwright-core';

/**
 * What is wrong with how the page is laid out, each in words: the page scrolls sideways, a label is cut (unless its title says it whole, as names of files may need), a control is
 * smaller than 28 px, parts of the header or the things that float over the canvas cover one another, a panel at the side doesn't reach its end.
 */
export async function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const nameOf = (element: Element): string =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 40)}”`;
    const shown = (selector: string): HTMLElement[] =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility());
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`the page scrolls sideways by ${scrollWidth - clientWidth}`);

    for (const control of shown('button, a[href], [role="tab"], [role="option"], [role="menuitem"]')) {
      if (control.closest('p, .mantine-Select-root') !== null) continue;
      const { offsetWidth: width, offsetHeight: height } = control;
      if (width < 28 || height < 28) faults.push(`${nameOf(control)} is ${width} by ${height}`);
    }
    for (const label of shown('button, button *, a[href], [role="tab"], [role="tab"] *, h1, h2, h3, [role="status"]')) {
      const isCut = label.scrollWidth > label.clientWidth + 1 && getComputedStyle(label).overflowX !== 'visible';
      if (label.title !== '' && label.title === label.textContent) continue;
      if (isCut && label.clientWidth > 1)
        faults.push(`${nameOf(label)} is cut by ${label.scrollWidth - label.clientWidth}`);
    }
    const covers = (elements: readonly Element[]): void => {
      for (const [index, one] of elements.entries()) {
        for (const other of elements.slice(index + 1)) {
          const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
          const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (width > 0.5 && height > 0.5) faults.push(`${nameOf(one)} lies over ${nameOf(other)}`);
        }
      }
    };
    for (const header of shown('header')) {
      covers([...header.children].filter((element) => element.checkVisibility() && element.clientWidth > 1));
    }
    const addBox = document.querySelector('main [role="combobox"][aria-controls="node-offers"]') ?? undefined;
    const toolbar = document.querySelector('main [role="toolbar"]');
    const box = addBox?.closest('[data-open]') ?? document.querySelector('main [data-open]');
    if (box && toolbar) covers([box, toolbar]);
    for (const element of shown('header > *, aside, [role="toolbar"]')) {
      const { right, bottom } = element.getBoundingClientRect();
      if (right > innerWidth + 0.5 || bottom > innerHeight + 0.5) faults.push(`${nameOf(element)} leaves the window`);
    }
    for (const panel of shown('aside > [role="tabpanel"]')) {
      const below = (panel.parentElement?.getBoundingClientRect().bottom ?? 0) - panel.getBoundingClientRect().bottom;
      if (below > 1) faults.push(`${nameOf(panel)} ends ${Math.round(below)} above the end of its side`);
    }
    return faults;
  });
}
