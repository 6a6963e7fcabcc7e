import { defineNode, renderTemplate, text } from '@jacquard/node-kit';
import { templateCode } from './code/template-code.ts';

/** Puts values into a text with `{{gaps}}`; each gap is an input port. */
export const template = defineNode({
  type: 'prompts.template',
  version: 1,
  title: { en: 'Prompt template', fr: 'Modèle de prompt' },
  summary: {
    en: 'Puts values into a text: each {{name}} in it is an input.',
    fr: 'Insère des valeurs dans un texte : chaque {{nom}} y devient une entrée.',
  },
  documentation: {
    en: 'Write the prompt once and mark what changes with {{name}}: an input of that name appears. Use it wherever a prompt is put together from a question, a document, an earlier answer. An optional gap without a value stays empty. Hint: what arrives is never taken for a template itself, so that a document can’t smuggle in gaps.',
    fr: 'Écrivez le prompt une fois et marquez ce qui change par {{nom}} : une entrée de ce nom apparaît. À employer partout où un prompt se compose d’une question, d’un document, d’une réponse précédente. Un emplacement sans valeur reste vide. Astuce : ce qui arrive n’est jamais pris pour un modèle ; un document ne peut donc pas y glisser d’emplacements.',
  },
  keywords: { en: 'prompt text variables fill join', fr: 'prompt texte variables remplir assembler' },
  icon: 'braces',
  inputs: {
    template: text({
      label: { en: 'Template', fr: 'Modèle de texte' },
      multiline: true,
      field: 'template',
      fieldOnly: true,
    }),
  },
  outputs: { text: text({ label: { en: 'Text', fr: 'Texte' } }) },
  portsFrom: [{ rule: 'template-variables', input: 'template', kind: { kind: 'text' } }],
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: templateCode,
  example: {
    inputs: { template: 'Summarise in {{count}} sentences:\n\n{{document}}', count: '2', document: 'The loom…' },
    outputs: { text: 'Summarise in 2 sentences:\n\nThe loom…' },
  },
  run: async ({ inputs, extra }) => ({ text: renderTemplate(inputs.template, extra) }),
});
