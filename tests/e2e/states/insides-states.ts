import type { PageState, Stage } from './stage.ts';

/** A model's first answer includes that it is loaded. */
const patience = { timeout: 60_000 };

async function nextWord({ page, say, go }: Stage): Promise<void> {
  await go('/models/default/inside');
  await page.getByRole('list', { name: say('insides.next-question') }).waitFor(patience);
}

/** What can be seen inside a model. */
export const insidesStates: readonly PageState[] = [
  { name: 'insides-next', show: nextWord },
  {
    name: 'insides-drawn',
    show: async (stage) => {
      const { page, say } = stage;
      await nextWord(stage);
      await page.getByRole('slider', { name: say('insides.top-p') }).fill('0.8');
      await page.getByRole('button', { name: say('insides.draw-one') }).click();
      await page.getByRole('button', { name: say('insides.undo'), disabled: false }).waitFor(patience);
      await page.locator('[aria-busy="false"]').waitFor(patience);
    },
  },
  {
    name: 'insides-tokens',
    show: async ({ page, say, go }) => {
      await go('/models/default/inside/tokens');
      await page.getByText(say('insides.form-message')).click();
      await page.getByText('<|im_start|>').first().waitFor(patience);
    },
  },
  {
    name: 'insides-machine',
    show: async (stage) => {
      await nextWord(stage);
      await stage.page.getByRole('tab', { name: stage.say('insides.machine') }).click();
      await stage.page.getByText(stage.say('insides.loaded')).waitFor(patience);
    },
  },
];
