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
