import type { Locator } from 'playwright-core';

/** What stands in a field, be it a plain one or an editor of prompts and code, which it may become when it is gone into. */
export async function fieldText(field: Locator): Promise<string> {
  return field.evaluate((element) => {
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return element.value;
    const lines = [...element.querySelectorAll('.cm-line')].map((line) => line.textContent);
    return lines.length > 0 ? lines.join('\n') : (element.textContent ?? '');
  });
}
