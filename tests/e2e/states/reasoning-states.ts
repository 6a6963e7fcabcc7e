import { createFlow } from '../flow-api.ts';
import { reasoningRunFile } from '../reasoning-run.ts';
import type { PageState, Stage } from './stage.ts';

const nodes = ['vote', 'tree', 'trials', 'prompts'] as const;

/** A past run whose nodes are strategies, opened from its file. */
async function openReasons({ page, say, language, go }: Stage): Promise<void> {
  await go('/flows');
  const buffer = Buffer.from(reasoningRunFile(language));
  const file = { name: 'reasons.run.json', mimeType: 'application/json', buffer };
  await page.getByLabel(say('flows.import'), { exact: true }).setInputFiles(file);
  await face(page, 'prompts').waitFor();
}

function face(page: Stage['page'], node: (typeof nodes)[number]) {
  const names = { vote: /8/, tree: /34/, trials: /5/, prompts: /90/ };
  return page.locator(`[data-id="${node}"]`).getByRole('button', { name: names[node] }).first();
}

const person = 'control.ask-person';

/** A person is asked in three ways at once, about a text that no model wrote. */
const askingThrice = {
  jacquard: 1,
  name: 'Asks',
  nodes: {
    notice: { type: 'prompts.template', inputs: { template: 'The library closes on Friday at noon.' } },
    approve: { type: person, inputs: { value: { from: 'notice.text' } } },
    edit: { type: person, inputs: { value: { from: 'notice.text' }, ask: 'edit' } },
    choose: { type: person, inputs: { value: { from: 'notice.text' }, ask: 'choose', choices: ['Door', 'Board'] } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'edit.text' } } },
  },
  layout: {
    nodes: {
      notice: { x: 0, y: 0 },
      approve: { x: 320, y: 0 },
      edit: { x: 640, y: 0 },
      choose: { x: 960, y: 0 },
      reply: { x: 1280, y: 0 },
    },
  },
};

async function askThrice({ page, say, url, go }: Stage): Promise<void> {
  await go(await createFlow(url, askingThrice));
  await page
    .getByRole('banner')
    .getByRole('button', { name: new RegExp(`^${say('shell.run')}`) })
    .first()
    .click();
  for (const ask of ['approve', 'edit', 'choose'] as const) {
    await page
      .getByRole('complementary')
      .getByText(say(`pause.ask-${ask}`))
      .waitFor();
  }
}

/** What strategies show of their insides, on their nodes and large, and what a person is asked. */
export const reasoningStates: readonly PageState[] = [
  { name: 'pauses', show: askThrice },
  { name: 'reasoning-nodes', show: openReasons },
  ...nodes.map((node) => ({
    name: `reasoning-${node}`,
    show: async (stage: Stage) => {
      await openReasons(stage);
      await face(stage.page, node).click();
      const insides = stage.page.getByRole('main').filter({ hasNot: stage.page.getByRole('application') });
      if (node === 'tree') {
        await insides.getByRole('tree').focus();
        await stage.page.keyboard.press('ArrowRight');
      }
      if (node === 'vote') await insides.getByRole('list').getByRole('button').first().click();
      if (node === 'prompts') await insides.getByRole('list').getByRole('button').first().click();
      await insides.getByRole('group', { name: stage.say('reasoning.account') }).waitFor();
    },
  })),
];
