import type { Locator, Page } from 'playwright-core';

/** Answers are slow while documents are read for the first time and while a model writes. */
const longestAnswer = 240_000;

/** The answers of the conversation, in order. */
export function answers(page: Page): Locator {
  return page.getByRole('log').getByRole('article', { name: /^(?:Answer|Réponse)$/ });
}

/** The numbered sources of an answer. */
export function sources(answer: Locator): Locator {
  return answer.getByRole('list', { name: 'Sources' }).getByRole('listitem');
}

/** What opens a source, by its number. */
export function sourceButton(answer: Locator, number: number): Locator {
  return answer.getByRole('button', { name: new RegExp(`^Source ${number}\\s?: `) });
}

/** Waits until an answer is complete. */
export async function untilAnswered(answer: Locator): Promise<void> {
  await answer.getByRole('button', { name: /^(?:Ask again|Redemander)$/ }).waitFor({ timeout: longestAnswer });
}

/** Writes a question and gives its answer, once it is complete. */
export async function ask(page: Page, question: string): Promise<Locator> {
  const answer = answers(page).nth(await answers(page).count());
  const field = page.getByRole('tabpanel').getByRole('textbox', { name: 'Question' });
  await field.fill(question);
  await field.press('Enter');
  await untilAnswered(answer);
  return answer;
}
