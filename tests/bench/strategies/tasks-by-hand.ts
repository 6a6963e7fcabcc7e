/** What a person would write for a task, before having seen how a model does with it. The worked examples are our own. */
export interface TaskByHand {
  readonly instruction: string;
  /** Question, reasoning and answer. */
  readonly worked: readonly (readonly [string, string, string])[];
  /** All right outputs there are, where the task is a choice; else those that the input itself names. */
  readonly options: readonly string[] | 'named in the input' | undefined;
}

/** The four tasks that strategies are measured on. */
export const tasksByHand: Readonly<Record<string, TaskByHand>> = {
  sentiment: {
    instruction: 'Is the review positive or negative? Answer with one word.',
    worked: [
      ['I left before the end.', 'Who leaves before the end did not like the film.', 'negative'],
      ['A joy from the first scene on.', 'The writer speaks of joy and likes the film.', 'positive'],
    ],
    options: ['positive', 'negative'],
  },
  larger_animal: {
    instruction: 'Which of the two animals is larger? Answer with its name alone.',
    worked: [
      ['ant, wolf', 'An ant is a few millimetres long, a wolf more than a metre.', 'wolf'],
      ['camel, hamster', 'A camel is taller than a man, a hamster fits into a hand.', 'camel'],
    ],
    options: 'named in the input',
  },
  singular_to_plural: {
    instruction: 'Write the plural of the word. Answer with the plural alone.',
    worked: [
      ['loom', 'Most words take an s.', 'looms'],
      ['brush', 'Words that end in sh take es.', 'brushes'],
    ],
    options: undefined,
  },
  antonyms: {
    instruction: 'Write a word that means the opposite. Answer with that word alone.',
    worked: [
      ['wet', 'What is not wet is dry.', 'dry'],
      ['possible', 'The opposite is formed with im.', 'impossible'],
    ],
    options: undefined,
  },
};
