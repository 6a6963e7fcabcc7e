import type { Catalog } from '../message-entry.ts';

/** Why a part of a flow can't become a sub-flow, a flow of its own, or nodes again. */
export const subFlowsMessages = {
  'selection-of-several-scopes': {
    title: { en: 'From different places', fr: 'De plusieurs endroits' },
    detail: {
      en: 'Some of the selected nodes stand inside a loop or a sub-flow, others outside of it.',
      fr: 'Certains des nœuds choisis se trouvent dans une boucle ou un sous-flux, d’autres en dehors.',
    },
    hint: { en: 'Select nodes that stand beside each other.', fr: 'Choisissez des nœuds qui se côtoient.' },
  },
  'selection-not-wrappable': {
    title: { en: 'Nothing to put into a sub-flow', fr: 'Rien à mettre dans un sous-flux' },
    detail: {
      en: 'Inputs and outputs of the flow stay outside, and so do models that other nodes use.',
      fr: 'Les entrées et sorties du flux restent dehors, tout comme les modèles que d’autres nœuds utilisent.',
    },
    hint: { en: 'Select a node that does something.', fr: 'Choisissez un nœud qui fait quelque chose.' },
  },
  'sub-flow-input-missing': {
    title: { en: 'This can’t go into another flow', fr: 'Ceci ne peut pas entrer dans un autre flux' },
    detail: {
      en: 'Inside, {from} is read, and a flow has no input for this kind: {kind:kind}.',
      fr: 'À l’intérieur, on lit {from}, et un flux n’a pas d’entrée de ce type : {kind:kind}.',
    },
    hint: {
      en: 'Put the node that makes it inside, too.',
      fr: 'Placez-y aussi le nœud qui le produit.',
    },
  },
  'sub-flow-output-missing': {
    title: { en: 'This can’t leave another flow', fr: 'Ceci ne peut pas sortir d’un autre flux' },
    detail: {
      en: 'Outside, {from} is read, and a flow has no output for this kind: {kind:kind}.',
      fr: 'À l’extérieur, on lit {from}, et un flux n’a pas de sortie de ce type : {kind:kind}.',
    },
    hint: {
      en: 'Put the nodes that read it inside, too.',
      fr: 'Placez-y aussi les nœuds qui le lisent.',
    },
  },
  'sub-flow-output-fixed': {
    title: { en: 'An output that no node makes', fr: 'Une sortie qu’aucun nœud ne produit' },
    detail: {
      en: 'The output “{output}” of that flow isn’t the result of one of its nodes.',
      fr: 'La sortie « {output} » de ce flux n’est pas le résultat d’un de ses nœuds.',
    },
    hint: {
      en: 'Open that flow, and link a node to this output.',
      fr: 'Ouvrez ce flux, et reliez un nœud à cette sortie.',
    },
  },
} satisfies Catalog;
