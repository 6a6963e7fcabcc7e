import { trace } from '@jacquard/node-kit';

type Thought = ReturnType<typeof trace<'thought'>>;

/** The first answer. */
export function baselineThought(text: string): Thought {
  return trace('thought', { id: 'baseline', parents: [], depth: 1, text, from: { call: 'baseline' } });
}

/** Each question hangs on the first answer. */
export function questionThoughts(questions: readonly string[]): Thought[] {
  return questions.map((text, index) =>
    trace('thought', {
      id: `question ${index + 1}`,
      parents: ['baseline'],
      depth: 2,
      text,
      from: { call: 'plan' },
    }),
  );
}

/** The answer to the question of that number, from 1. */
export function verifiedThought(number: number, text: string): Thought {
  const call = `verify ${number}`;
  return trace('thought', { id: `answer ${number}`, parents: [`question ${number}`], depth: 3, text, from: { call } });
}

/** The final answer stands on the first one and on every answer. */
export function revisedThought(text: string, answers: number): Thought {
  const verified = Array.from({ length: answers }, (_answer, index) => `answer ${index + 1}`);
  return trace('thought', {
    id: 'revised',
    parents: ['baseline', ...verified],
    depth: 4,
    text: text.trim(),
    operation: 'aggregate',
    from: { call: 'revise' },
  });
}
