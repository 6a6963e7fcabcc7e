import { defineNode, messages, Problem, table, text, type Message, type Table } from '@jacquard/node-kit';
import { fewShotCode } from './code/few-shot-code.ts';

/**
 * Shows a model solved examples before the question (Brown et al. 2020, “Language Models are Few-Shot Learners”), as
 * one text and as a conversation.
 */
export const fewShot = defineNode({
  type: 'prompts.few-shot',
  version: 1,
  title: { en: 'Few-shot prompt', fr: 'Prompt à exemples (few-shot)' },
  summary: {
    en: 'Shows a model solved examples from a table before the question.',
    fr: 'Montre à un modèle des exemples résolus, tirés d’un tableau, avant la question.',
  },
  documentation: {
    en: 'A model that has seen three or four solved examples mostly goes on in their manner: same labels, same form, same length. The first two columns of the table are question and answer; their names stand in the prompt. Use it where describing the form you want is harder than showing it. Hint: take examples of every kind of answer, and put the hardest last.',
    fr: 'Un modèle qui a vu trois ou quatre exemples résolus continue le plus souvent à leur manière : mêmes étiquettes, même forme, même longueur. Les deux premières colonnes du tableau sont la question et la réponse ; leurs noms figurent dans le prompt. À employer quand il est plus facile de montrer la forme voulue que de la décrire. Astuce : prenez des exemples de chaque sorte de réponse, et mettez le plus difficile à la fin.',
  },
  keywords: {
    en: 'examples in-context learning demonstration',
    fr: 'exemples apprentissage en contexte démonstration',
  },
  icon: 'list-ordered',
  inputs: {
    instruction: text({ label: { en: 'Task', fr: 'Tâche' }, multiline: true, optional: true }),
    examples: table({
      label: { en: 'Examples', fr: 'Exemples' },
      help: { en: 'Question first, answer second.', fr: 'D’abord la question, puis la réponse.' },
      field: 'table',
    }),
    question: text({ label: { en: 'Question', fr: 'Question' }, multiline: true }),
  },
  outputs: {
    prompt: text({ label: { en: 'Prompt', fr: 'Prompt' }, main: true }),
    messages: messages({
      label: { en: 'As a conversation', fr: 'Sous forme de conversation' },
      help: {
        en: 'Each example as a question and the answer to it.',
        fr: 'Chaque exemple en une question et sa réponse.',
      },
    }),
  },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: fewShotCode,
  example: {
    inputs: {
      instruction: 'Is the review positive or negative?',
      examples: {
        columns: ['Review', 'Label'],
        rows: [
          { Review: 'A joy to use.', Label: 'positive' },
          { Review: 'It broke at once.', Label: 'negative' },
        ],
      },
      question: 'I would buy it again.',
    },
    outputs: {
      prompt:
        'Is the review positive or negative?\n\nReview: A joy to use.\nLabel: positive\n\nReview: It broke at once.\nLabel: negative\n\nReview: I would buy it again.\nLabel:',
    },
  },
  run: async ({ inputs: { instruction = '', examples, question } }) => {
    const { names, pairs } = pairsOf(examples);
    const blocks = pairs.map(([asked, answer]) => `${names[0]}: ${asked}\n${names[1]}: ${answer}`);
    const task = instruction.trim() === '' ? [] : [instruction];
    const prompt = [...task, ...blocks, `${names[0]}: ${question}\n${names[1]}:`].join('\n\n');
    return { prompt, messages: conversationFrom(task, pairs, question) };
  },
});

function pairsOf({ columns, rows }: Table): {
  readonly names: readonly [string, string];
  readonly pairs: readonly (readonly [string, string])[];
} {
  const [first, second] = columns;
  if (first === undefined || second === undefined) throw new Problem('examples-need-two-columns', { columns });
  const pairs = rows.map((row) => [String(row[first] ?? ''), String(row[second] ?? '')] as const);
  return { names: [first, second], pairs };
}

function conversationFrom(
  task: readonly string[],
  pairs: readonly (readonly [string, string])[],
  question: string,
): readonly Message[] {
  return [
    ...task.map((content): Message => ({ role: 'system', content })),
    ...pairs.flatMap(([asked, answer]): Message[] => [
      { role: 'user', content: asked },
      { role: 'assistant', content: answer },
    ]),
    { role: 'user', content: question },
  ];
}
