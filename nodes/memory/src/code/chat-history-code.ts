import { callText, messagePart, type CodePart, type NodeCode } from '@jacquard/node-kit/code';

const keepPart: CodePart = {
  name: 'keepWithinTokens',
  source: `/** The longest end of a conversation that fits so many tokens, estimated at four characters each. */
function keepWithinTokens(messages: Message[], most: number): Message[] {
  const cost = ({ content }: Message): number => 4 + Math.ceil(content.length / 4);
  const system = messages.filter(({ role }) => role === 'system');
  const spoken = messages.filter(({ role }) => role !== 'system');
  let left = most - system.reduce((sum, message) => sum + cost(message), 0);
  let begin = spoken.length;
  for (const [index, message] of [...spoken.entries()].reverse()) {
    left -= cost(message);
    if (left < 0) break;
    if (message.role === 'user') begin = index;
  }
  return begin === spoken.length ? [] : [...system, ...spoken.slice(begin)];
}`,
  uses: [messagePart],
};

/** The conversation so far is an input of the program. */
export const chatHistoryCode: NodeCode = {
  write({ history, input, literal, use }) {
    use(messagePart);
    const keep = literal('keep');
    if (keep === 'all') return { value: history() };
    if (keep === 'tokens') return { value: callText(use(keepPart), [history(), input('tokens')?.text ?? '1000']) };
    const count = input('count');
    if (count?.literal === 0) return { value: '[]' };
    if (typeof count?.literal === 'number') return { value: `${history()}.slice(-${count.literal})` };
    const text = count === undefined ? '10' : count.mayBeAbsent ? `(${count.text} ?? 10)` : count.text;
    return { value: `${history()}.slice(Math.max(0, ${history()}.length - ${text}))` };
  },
};
