import { defineStructure, text } from '@jacquard/node-kit';

/** A flow within a flow: another one by its id, or nodes of its own. */
export const subFlow = defineStructure({
  role: 'sub-flow',
  type: 'control.sub-flow',
  version: 1,
  title: { en: 'Sub-flow', fr: 'Sous-flux' },
  summary: {
    en: 'Runs another flow as one node of this one.',
    fr: 'Exécute un autre flux comme un seul nœud de celui-ci.',
  },
  documentation: {
    en: 'The inputs and outputs of the other flow become those of this node. Use it for what several flows need: change it once, and all have the change. A flow can’t contain itself. Hint: each run keeps the other flow as it was, so an old run can still be read.',
    fr: 'Les entrées et sorties de l’autre flux deviennent celles de ce nœud. À employer pour ce dont plusieurs flux ont besoin : modifié une fois, il l’est partout. Un flux ne peut se contenir lui-même. Astuce : chaque exécution garde l’autre flux tel qu’il était ; une ancienne exécution reste donc lisible.',
  },
  keywords: { en: 'reuse nested call module group', fr: 'réutiliser imbriqué appeler module groupe' },
  icon: 'workflow',
  inputs: {
    flow: text({
      label: { en: 'Flow', fr: 'Flux' },
      help: {
        en: 'Empty when it has nodes of its own.',
        fr: 'Vide s’il a des nœuds à lui.',
      },
      field: 'flow',
      fieldOnly: true,
      optional: true,
    }),
  },
  outputs: {},
  portsFrom: [{ rule: 'flow-interface', input: 'flow' }],
  example: { inputs: { flow: 'summarise-a-file' } },
});
