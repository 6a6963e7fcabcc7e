import { defineStructure, number } from '@jacquard/node-kit';

/** Runs the nodes inside again and again until a condition holds. */
export const repeatUntil = defineStructure({
  role: 'repeat-until',
  type: 'control.repeat-until',
  version: 1,
  title: { en: 'Repeat until', fr: 'Répéter jusqu’à' },
  summary: {
    en: 'Runs the nodes inside again and again until a condition holds.',
    fr: 'Exécute les nœuds intérieurs encore et encore, jusqu’à ce qu’une condition soit vraie.',
  },
  documentation: {
    en: 'What a turn makes goes into the next one: each variable of the loop has a first value, and the one that the turn gives. After each turn the condition is read; if it holds, or after the largest number of turns, the loop ends. Use it to draft, criticise and improve. Hint: a loop without a good condition costs all its turns.',
    fr: 'Ce que fait un tour entre dans le suivant : chaque variable de la boucle a une première valeur, puis celle que donne le tour. Après chaque tour, la condition est lue ; si elle est vraie, ou après le plus grand nombre de tours, la boucle s’arrête. À employer pour rédiger, critiquer, améliorer. Astuce : une boucle sans bonne condition coûte tous ses tours.',
  },
  keywords: { en: 'loop while iterate refine improve', fr: 'boucle tant que itérer affiner améliorer' },
  icon: 'rotate-cw',
  inputs: {
    max: number({
      label: { en: 'At most', fr: 'Au plus' },
      help: { en: 'Turns after which it ends in any case.', fr: 'Tours après lesquels elle s’arrête de toute façon.' },
      default: 5,
      min: 1,
      max: 1000,
      integer: true,
    }),
  },
  inner: {
    turn: number({ label: { en: 'Turn', fr: 'Tour' }, help: { en: 'From 0.', fr: 'À partir de 0.' } }),
  },
  outputs: {},
  example: { inputs: { max: 3 } },
});
