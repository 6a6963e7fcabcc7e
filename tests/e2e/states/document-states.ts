import { answers, sourceButton, untilAnswered } from '../chat-page.ts';
import { createExample } from '../flow-api.ts';
import type { PageState, Stage } from './stage.ts';

const examples = { en: 'ask-my-documents', fr: 'interroger-mes-documents' } as const;

async function answerQuestion(stage: Stage): Promise<void> {
  const { page } = stage;
  await stage.go(await createExample(stage.url, examples[stage.language], stage.language));
  await page.getByRole('log').getByRole('button', { name: /\?$/ }).first().click();
  await untilAnswered(answers(page).first());
}

/** Answers with their sources, and the documents. */
export const documentStates: readonly PageState[] = [
  { name: 'cited-answer', show: answerQuestion },
  {
    name: 'source',
    show: async (stage) => {
      await answerQuestion(stage);
      await sourceButton(answers(stage.page).first(), 1).click();
      // The passage marked in the document, not in the conversation.
      await stage.page.getByRole('region').locator('mark').first().waitFor();
    },
  },
  {
    name: 'knowledge-bases',
    show: async (stage) => {
      await stage.go('/knowledge');
      await stage.page.getByRole('main').getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'knowledge-base',
    show: async (stage) => {
      await stage.go('/knowledge');
      await stage.page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
      await stage.page.getByRole('row').first().waitFor();
    },
  },
];
