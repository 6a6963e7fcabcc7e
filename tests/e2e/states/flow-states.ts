import { createExample, createFlow } from '../flow-api.ts';
import { storyFlow } from '../story-flow.ts';
import { openTab, type PageState, type Stage } from './stage.ts';

const exampleNode = { en: 'Ask the model', fr: 'Interroger le modèle' } as const;

/** The example that answers with the model alone, after a run. */
async function runExample(stage: Stage): Promise<void> {
  const { page, say, language } = stage;
  await stage.go(await createExample(stage.url, 'hello-model', language));
  await page.getByRole('log').getByRole('button').first().click();
  await page
    .getByRole('banner')
    .getByRole('button', { name: say('shell.run-again') })
    .waitFor({ timeout: 60_000 });
}

async function pickNode({ page }: Stage, title: string): Promise<void> {
  await page.getByRole('group', { name: title, exact: true }).getByText(title, { exact: true }).first().click();
}

async function openExample(stage: Stage, name: string): Promise<void> {
  await stage.go(await createExample(stage.url, name, stage.language));
  await stage.page.getByRole('group').first().waitFor();
}

/** The editor of a flow. */
export const flowStates: readonly PageState[] = [
  {
    name: 'empty-canvas',
    show: async (stage) => {
      await stage.go(await createFlow(stage.url, { jacquard: 1, name: 'Nothing yet', nodes: {} }));
      await stage.page.getByRole('heading', { name: stage.say('canvas.empty-title') }).waitFor();
    },
  },
  { name: 'flow-after-run', show: runExample },
  {
    name: 'node-and-runs',
    show: async (stage) => {
      await runExample(stage);
      await pickNode(stage, exampleNode[stage.language]);
      await openTab(stage, 'shell.node');
      await openTab(stage, 'shell.runs');
      await stage.page.getByRole('row').nth(1).waitFor();
    },
  },
  {
    name: 'values-and-notes',
    show: async (stage) => {
      await runExample(stage);
      await stage.page
        .getByRole('button', { name: stage.say('canvas.value-open') })
        .first()
        .click();
      await openTab(stage, 'shell.notes');
    },
  },
  {
    name: 'add-a-node',
    show: async (stage) => {
      await openExample(stage, 'summarise-a-file');
      await stage.page.getByRole('button', { name: `${stage.say('canvas.add')} /` }).click();
      await stage.page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'node-menu',
    show: async (stage) => {
      await openExample(stage, 'summarise-a-file');
      await stage.page
        .getByRole('button', { name: stage.say('canvas.node-menu') })
        .first()
        .click();
      await stage.page.getByRole('menuitem').first().waitFor();
    },
  },
  {
    name: 'loop',
    show: async (stage) => {
      await openExample(stage, 'for-each-row');
      const name = stage.language === 'fr' ? 'Pour chaque message' : 'For each message';
      await stage.page.getByRole('group', { name, exact: true }).waitFor();
    },
  },
  {
    name: 'problems',
    show: async (stage) => {
      const { chat, ...nodes } = storyFlow.nodes;
      const inputs = { model: { from: 'model.gone' }, temperature: 9 };
      await stage.go(await createFlow(stage.url, { ...storyFlow, nodes: { ...nodes, chat: { ...chat, inputs } } }));
      await openTab(stage, 'shell.problems');
      await stage.page.getByRole('tabpanel').getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'settings',
    show: async (stage) => {
      await openExample(stage, 'improve-until-good');
      await stage.page.getByRole('button', { name: stage.say('shell.settings') }).click();
      await stage.page.getByRole('menuitem').first().waitFor();
    },
  },
];
