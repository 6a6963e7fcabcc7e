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

/** What strategies show of their insides: on their nodes, and large. */
export const reasoningStates: readonly PageState[] = [
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
