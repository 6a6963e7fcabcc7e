import { createExample } from '../flow-api.ts';
import { documentStates } from './document-states.ts';
import { editingStates, guideStates } from './editing-states.ts';
import { flowStates } from './flow-states.ts';
import { insidesStates } from './insides-states.ts';
import { reasoningStates } from './reasoning-states.ts';
import type { PageState } from './stage.ts';

const places: readonly PageState[] = [
  {
    name: 'my-flows',
    show: async (stage) => {
      await stage.go('/flows');
      await stage.page.getByRole('main').getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'models',
    show: async (stage) => {
      await stage.go('/models');
      await stage.page.getByText('SmolLM2 135M').first().waitFor();
    },
  },
  {
    name: 'access',
    show: async ({ go, page, say }) => {
      await go('/access');
      await page.getByRole('button', { name: say('rights.make-key') }).click();
      const form = page.getByRole('form', { name: say('rights.make-key') });
      await form.getByRole('radio', { name: say('rights.some-flows') }).check();
      await form.getByRole('button', { name: say('rights.make-key') }).click();
      await form.getByText(say('rights.flows-needed')).waitFor();
    },
  },
  {
    name: 'api-and-publish',
    show: async ({ url, language, go, page, say }) => {
      await go(await createExample(url, 'hello-model', language));
      await page.getByRole('button', { name: 'API', exact: true }).click();
      await page
        .getByRole('main', { name: say('api.title') })
        .getByRole('button', { name: say('publishing.publish') })
        .click();
      await page.getByRole('dialog').getByText(say('publishing.name')).waitFor();
    },
  },
  {
    name: 'nowhere',
    show: async (stage) => {
      await stage.go('/nowhere');
      await stage.page.getByText(stage.say('shell.not-found')).waitFor();
    },
  },
];

/** What the page can show, in the order of the list that the pictures of `npm run screenshots` make. */
export const pageStates: readonly PageState[] = [
  ...flowStates,
  ...editingStates,
  ...documentStates,
  ...guideStates,
  ...places,
  ...insidesStates,
  ...reasoningStates,
];
