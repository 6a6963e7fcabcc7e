import type { Catalog } from '../message-entry.ts';

/** A wire that leads nowhere, or out of sight. */
export const checkReferenceMessages = {
  'reference-node-unknown': {
    title: { en: 'A link from nowhere', fr: 'Un lien venu de nulle part' },
    detail: {
      en: 'The link {from} comes from a node "{source}" that doesn’t exist.[[ Did you mean "{near}"?]]',
      fr: 'Le lien {from} vient d’un nœud "{source}" qui n’existe pas.[[ Vouliez-vous dire "{near}" ?]]',
    },
    hint: { en: 'Link the input anew.', fr: 'Reliez l’entrée à nouveau.' },
  },
  'reference-port-unknown': {
    title: { en: 'A link from an unknown output', fr: 'Un lien venu d’une sortie inconnue' },
    detail: {
      en: '"{source}" has no output "{output}".[[ Did you mean "{near}"?]][[ It has: {outputs}.]]',
      fr: '"{source}" n’a pas de sortie "{output}".[[ Vouliez-vous dire "{near}" ?]][[ Elle a : {outputs}.]]',
    },
    hint: { en: 'Link the input anew.', fr: 'Reliez l’entrée à nouveau.' },
  },
  'reference-into-scope': {
    title: { en: 'A link into a loop', fr: 'Un lien vers l’intérieur d’une boucle' },
    detail: {
      en: '{from} stands inside "{scope}" and can’t be read from outside.',
      fr: '{from} se trouve dans "{scope}" et ne peut pas être lu de l’extérieur.',
    },
    hint: {
      en: 'Give "{scope}" an output that reads it, and link that one.',
      fr: 'Donnez à "{scope}" une sortie qui le lit, et reliez celle-ci.',
    },
  },
  'reference-to-own-output': {
    title: { en: 'An output that isn’t there yet', fr: 'Une sortie qui n’existe pas encore' },
    detail: {
      en: '{from} is what "{scope}" gives at its end; the nodes inside can’t read it.',
      fr: '{from} est ce que "{scope}" donne à la fin ; les nœuds intérieurs ne peuvent pas le lire.',
    },
    hint: {
      en: 'Read the item or the carried value of the loop instead.',
      fr: "Lisez plutôt l'élément ou la valeur conservée de la boucle.",
    },
  },
  'reference-to-inner-port': {
    title: { en: 'A value of inside', fr: 'Une valeur de l’intérieur' },
    detail: {
      en: '{from} exists only inside "{scope}".',
      fr: '{from} n’existe qu’à l’intérieur de "{scope}".',
    },
    hint: {
      en: 'Move the node into it, or link one of its outputs.',
      fr: 'Placez-y le nœud, ou reliez une de ses sorties.',
    },
  },
  'component-wired-to-step': {
    title: { en: 'A setting that can’t be computed', fr: 'Un réglage qui ne se calcule pas' },
    detail: {
      en: '"{input}" is settled before the run begins, so it can’t come from {from}.',
      fr: '"{input}" est fixé avant l’exécution, et ne peut donc pas venir de {from}.',
    },
    hint: {
      en: 'Write a value, or link a node of the same sort.',
      fr: 'Écrivez une valeur, ou reliez un nœud de la même famille.',
    },
  },
  'source-disabled': {
    title: { en: 'The source is switched off', fr: 'La source est désactivée' },
    detail: {
      en: '"{input}" comes from "{source}", which is switched off: this node will be skipped.',
      fr: '"{input}" vient de "{source}", qui est désactivé : ce nœud sera sauté.',
    },
    hint: { en: 'Switch it on, or link something else.', fr: 'Réactivez-le, ou reliez autre chose.' },
  },
  'fallback-output-unknown': {
    title: { en: 'A fallback for an unknown output', fr: 'Un repli pour une sortie inconnue' },
    detail: {
      en: 'The fallback names an output "{output}" that this node doesn’t have.[[ It has: {outputs}.]]',
      fr: 'Le repli nomme une sortie "{output}" que ce nœud n’a pas.[[ Il a : {outputs}.]]',
    },
    hint: {
      en: 'Remove this value from what the node gives when it fails.',
      fr: "Retirez cette valeur de ce que donne le nœud en cas d'échec.",
    },
  },
} satisfies Catalog;
