import type { ComposedText } from '@jacquard/node-kit';

/** The forms an answer may be asked in. */
export const formats = {
  any: { en: 'as it comes', fr: 'libre' },
  paragraph: { en: 'running text', fr: 'texte suivi' },
  bullets: { en: 'bullet points', fr: 'liste à puces' },
  numbered: { en: 'numbered list', fr: 'liste numérotée' },
  table: { en: 'table', fr: 'tableau' },
  json: { en: 'JSON', fr: 'JSON' },
} as const;

/** How long an answer may be asked to be. */
export const lengths = {
  any: { en: 'as it comes', fr: 'libre' },
  sentence: { en: 'one sentence', fr: 'une phrase' },
  short: { en: 'at most three sentences', fr: 'trois phrases au plus' },
  paragraph: { en: 'one paragraph', fr: 'un paragraphe' },
  page: { en: 'about a page', fr: 'une page environ' },
} as const;

/** The sentences of the patterns, in the order in which they stand in the prompt. */
export const instructionPatterns: ComposedText = {
  output: 'prompt',
  language: 'language',
  parts: [
    {
      when: { input: 'persona' },
      text: { en: 'You are {{persona}}.', fr: 'Vous êtes {{persona}}.' },
    },
    { text: { en: '{{task}}', fr: '{{task}}' } },
    {
      when: { input: 'audience' },
      text: {
        en: 'Write for {{audience}}: choose words and examples that they understand.',
        fr: 'Écrivez pour {{audience}} : choisissez des mots et des exemples à leur portée.',
      },
    },
    ...sentences('format', {
      paragraph: ['Answer in running text, without lists.', 'Répondez en texte suivi, sans liste.'],
      bullets: ['Answer in bullet points.', 'Répondez par une liste à puces.'],
      numbered: ['Answer in a numbered list.', 'Répondez par une liste numérotée.'],
      table: ['Answer in a Markdown table.', 'Répondez par un tableau Markdown.'],
      json: ['Answer in JSON and nothing else.', 'Répondez en JSON et rien d’autre.'],
    }),
    ...sentences('length', {
      sentence: ['Use one sentence.', 'Répondez en une phrase.'],
      short: ['Use three sentences at most.', 'Répondez en trois phrases au plus.'],
      paragraph: ['Use one paragraph.', 'Répondez en un paragraphe.'],
      page: ['Write about a page.', 'Écrivez environ une page.'],
    }),
    {
      when: { input: 'avoid' },
      text: { en: 'Leave out {{avoid}}.', fr: 'Laissez de côté {{avoid}}.' },
    },
    {
      when: { input: 'asksFirst', equals: true },
      text: {
        en: 'Before you answer, ask me whatever you need to know to do this well, one question at a time, and wait for my answers. Answer once you know enough.',
        fr: 'Avant de répondre, demandez-moi ce qu’il vous faut savoir pour bien faire, une question à la fois, et attendez mes réponses. Répondez quand vous en savez assez.',
      },
    },
  ],
};

/** A sentence for each option of a choice: English, French. All go on in one paragraph. */
function sentences(
  input: string,
  options: Readonly<Record<string, readonly [string, string]>>,
): readonly ComposedText['parts'][number][] {
  return Object.entries(options).map(([equals, [en, fr]]) => ({
    when: { input, equals },
    text: { en, fr },
    goesOn: input === 'length',
  }));
}
