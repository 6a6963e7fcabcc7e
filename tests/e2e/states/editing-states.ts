import { createExample, createFlow } from '../flow-api.ts';
import { openTab, type PageState, type Stage } from './stage.ts';

/** Two prompts in a row, without a model: a run takes milliseconds. */
const prompts = {
  jacquard: 1,
  name: 'Prompts',
  nodes: {
    greet: { type: 'prompts.template', inputs: { template: 'Good morning, weaver' } },
    sign: { type: 'prompts.template', inputs: { template: '{{text}}. Ada', text: { from: 'greet.text' } } },
    reply: { type: 'io.chat-output', inputs: { text: { from: 'sign.text' } } },
  },
  layout: {
    nodes: { greet: { x: 0, y: 0 }, sign: { x: 340, y: 0 }, reply: { x: 680, y: 0 } },
    groups: { both: { title: 'Words', nodes: ['greet', 'sign'] } },
  },
};

async function openPrompts(stage: Stage): Promise<void> {
  await stage.go(await createFlow(stage.url, prompts));
  await stage.page.getByRole('group').first().waitFor();
}

async function run({ page, say }: Stage): Promise<void> {
  const banner = page.getByRole('banner');
  await banner
    .getByRole('button', { name: new RegExp(`^${say('shell.run')}`) })
    .first()
    .click();
  await banner
    .getByRole('button', { name: new RegExp(`^${say('shell.run')}`) })
    .first()
    .waitFor();
}

/** What helps to find one's way in a flow, and between its states. */
export const editingStates: readonly PageState[] = [
  {
    name: 'search',
    show: async (stage) => {
      await openPrompts(stage);
      await stage.page.keyboard.press('ControlOrMeta+f');
      await stage.page.getByRole('combobox', { name: stage.say('editing.search') }).fill('weaver');
      await stage.page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'shortcuts',
    show: async (stage) => {
      await openPrompts(stage);
      await stage.page.getByRole('button', { name: stage.say('editing.shortcuts') }).click();
      await stage.page.getByRole('dialog').getByRole('term').first().waitFor();
    },
  },
  {
    name: 'versions',
    show: async (stage) => {
      await openPrompts(stage);
      await openTab(stage, 'versions.tab');
      await stage.page.getByRole('button', { name: stage.say('versions.save') }).click();
      await stage.page
        .getByRole('complementary')
        .getByRole('textbox', { name: stage.say('versions.name') })
        .fill('First');
      await stage.page.getByRole('button', { name: stage.say('versions.save-now'), exact: true }).click();
      await stage.page.getByRole('listitem').filter({ hasText: 'First' }).waitFor();
    },
  },
  {
    name: 'comparison',
    show: async (stage) => {
      await openPrompts(stage);
      await run(stage);
      await run(stage);
      await openTab(stage, 'shell.runs');
      const boxes = stage.page.getByRole('row').getByRole('checkbox');
      await boxes.nth(0).check();
      await boxes.nth(1).check();
      await stage.page.getByRole('button', { name: stage.say('runs.compare'), exact: true }).click();
      await stage.page.getByRole('main', { name: /./ }).waitFor();
    },
  },
  {
    name: 'several-nodes',
    show: async (stage) => {
      await openPrompts(stage);
      await stage.page.locator('.react-flow').click({ position: { x: 400, y: 20 } });
      await stage.page.keyboard.press('ControlOrMeta+a');
      await openTab(stage, 'shell.node');
    },
  },
  {
    name: 'inside-a-loop',
    show: async (stage) => {
      await stage.go(await createExample(stage.url, 'for-each-row', stage.language));
      const name = stage.language === 'fr' ? 'Pour chaque message' : 'For each message';
      await stage.page.getByRole('button', { name: stage.say('canvas.fit'), exact: true }).click();
      const loop = stage.page.getByRole('group', { name, exact: true });
      await loop
        .getByRole('button', { name: stage.say('canvas.node-menu') })
        .first()
        .click();
      await stage.page.getByRole('menuitem', { name: stage.say('structure.open'), exact: true }).click();
      await stage.page.getByRole('navigation').filter({ hasText: name }).waitFor();
    },
  },
];

/** The guides, part by part. */
export const guideStates: readonly PageState[] = [
  'ask-my-documents',
  'sort-my-tickets',
  'extract-a-table/2',
  'compare-two-prompts/2',
].map((place) => ({
  name: `guide-${place.replace('/', '-')}`,
  show: async (stage) => {
    await stage.go(`/start/${place}`);
    await stage.page.getByRole('heading', { level: 1 }).waitFor();
    await stage.page.waitForTimeout(300);
  },
}));
