import { boolean, defineNode, number, passages, text, type DocumentValue } from '@jacquard/node-kit';

/** Joins passages into one text, for a prompt. */
export const passagesAsText = defineNode({
  type: 'retrieval.passages-as-text',
  version: 1,
  title: { en: 'Passages as text', fr: 'Passages en texte' },
  summary: {
    en: 'Joins passages into one text for a prompt, numbered and with their sources.',
    fr: 'Réunit des passages en un texte pour un prompt, numérotés et avec leurs sources.',
  },
  documentation: {
    en: 'Use it when you write the prompt yourself: wire its text to a template. Passages come in order; the limit leaves out those that no longer fit, whole, so that no sentence is cut. Hint: “Answer with sources” needs none of this: it takes passages as they are, and its quotations can be trusted.',
    fr: 'À employer quand vous écrivez vous-même le prompt : reliez son texte à un modèle de texte. Les passages restent dans l’ordre ; la limite écarte ceux qui n’y tiennent plus, en entier, pour ne couper aucune phrase. Astuce : « Réponse avec sources » n’en a pas besoin : elle prend les passages tels quels, et ses citations sont fiables.',
  },
  keywords: { en: 'join context prompt stuff concatenate', fr: 'joindre contexte prompt assembler' },
  icon: 'text-quote',
  inputs: {
    passages: passages({ label: { en: 'Passages', fr: 'Passages' }, wireOnly: true }),
    numbered: boolean({ label: { en: 'Number them', fr: 'Les numéroter' }, default: true, optional: true }),
    sources: boolean({
      label: { en: 'Name their sources', fr: 'Nommer leurs sources' },
      default: true,
      optional: true,
    }),
    separator: text({
      label: { en: 'Between them', fr: 'Entre eux' },
      help: {
        en: 'A blank line, unless you write something else.',
        fr: 'Une ligne vide, sauf si vous écrivez autre chose.',
      },
      multiline: true,
      optional: true,
      advanced: true,
    }),
    longest: number({
      label: { en: 'Longest text', fr: 'Longueur maximale' },
      unit: 'characters',
      min: 1,
      max: 1_000_000,
      integer: true,
      optional: true,
      advanced: true,
    }),
  },
  outputs: { text: text({ label: { en: 'Text', fr: 'Texte' } }) },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  example: {
    inputs: {
      passages: [{ pageContent: 'The loom reads cards.', metadata: { source: 'loom.md', page: 2 } }],
    },
    outputs: { text: '[1] (loom.md, p. 2) The loom reads cards.' },
  },
  async run({ inputs: { passages: given, numbered, sources, separator = '', longest } }) {
    const between = separator === '' ? '\n\n' : separator;
    const parts = given.map((passage, index) => {
      const head = [numbered ? `[${index + 1}]` : '', sources ? sourceOf(passage) : ''].filter((part) => part !== '');
      return head.length === 0 ? passage.pageContent : `${head.join(' ')} ${passage.pageContent}`;
    });
    return { text: within(parts, between, longest) };
  },
});

/** `p.` says page in both languages. */
function sourceOf({ metadata }: DocumentValue): string {
  const { source, page } = metadata;
  if (typeof source !== 'string' || source === '') return '';
  return typeof page === 'number' ? `(${source}, p. ${page})` : `(${source})`;
}

/** Whole parts from the first on; a first one that is too long alone is cut. */
function within(parts: readonly string[], between: string, limit = Number.POSITIVE_INFINITY): string {
  let joined = parts[0]?.slice(0, limit) ?? '';
  for (const part of parts.slice(1)) {
    if (joined.length + between.length + part.length > limit) break;
    joined += between + part;
  }
  return joined;
}
