import { callText, memberOutputs, messagePart, tablePart, type CodePart, type NodeCode } from '@jacquard/node-kit/code';

const fewShotPart: CodePart = {
  name: 'fewShot',
  source: `/** Solved examples before the question, as one text and as a conversation. Question first, answer second. */
function fewShot(examples: Table, question: string, instruction = ''): { prompt: string; messages: Message[] } {
  const [asked, answered] = examples.columns;
  if (asked === undefined || answered === undefined) throw new Error('Examples need two columns.');
  const task = instruction.trim() === '' ? [] : [instruction];
  const pairs = examples.rows.map((row) => ({ question: String(row[asked] ?? ''), answer: String(row[answered] ?? '') }));
  const shown = pairs.map((pair) => \`\${asked}: \${pair.question}\\n\${answered}: \${pair.answer}\`);
  return {
    prompt: [...task, ...shown, \`\${asked}: \${question}\\n\${answered}:\`].join('\\n\\n'),
    messages: [
      ...task.map((content) => ({ role: 'system' as const, content })),
      ...pairs.flatMap((pair): Message[] => [
        { role: 'user', content: pair.question },
        { role: 'assistant', content: pair.answer },
      ]),
      { role: 'user', content: question },
    ],
  };
}`,
  uses: [tablePart, messagePart],
};

/** Examples and question as a call that gives both forms. */
export const fewShotCode: NodeCode = {
  write({ input, use }) {
    const given = ['examples', 'question', 'instruction'].map((port) => input(port)?.text);
    return {
      value: callText(use(fewShotPart), given),
      outputs: memberOutputs('prompt', 'messages'),
    };
  },
};
