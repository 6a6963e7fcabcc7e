import {
  answerPart,
  callText,
  memberOutputs,
  objectText,
  refuseCode,
  stringText,
  wordOf,
  type CodeContext,
  type CodePart,
  type NodeCode,
} from '@jacquard/node-kit/code';
import { extractorText, wholePart } from './extraction-parts.ts';

const twoStagesPart: CodePart = {
  name: 'answerInTwo',
  source: String.raw`/** Has the model reason first, then takes the answer out of the reasoning (Kojima et al. 2022). */
async function answerInTwo(
  model: ChatOpenAI,
  asked: { question: string; trigger: string; answerTrigger: string },
  read: (text: string) => string | undefined,
  options?: CallOptions,
): Promise<{ answer: string; reasoning: string }> {
  const prompt = 'Q: ' + asked.question + '\nA: ' + asked.trigger;
  const reasoning = await answerOf(model, [{ role: 'user', content: prompt }], options);
  const second = prompt + ' ' + reasoning.trim() + '\n' + asked.answerTrigger;
  const written = await answerOf(model, [{ role: 'user', content: second }], options);
  const rest = read === wholeAnswer ? (reasoning.trim().split('\n').at(-1) ?? '') : reasoning;
  const answer = read(written.trim()) ?? read(rest);
  if (answer === undefined) throw new Error('No answer stands in what the model wrote.');
  return { answer, reasoning };
}`,
  uses: [answerPart, wholePart],
};

/** What a strategy asks its model with: its own temperature and longest answer; refuses a bound on calls. */
function strategyModel({ input, model }: CodeContext): string {
  const bound = input('maxCalls');
  if (bound !== undefined && bound.text !== 'undefined' && bound.literal !== null) refuseCode('maxCalls');
  return model('model', { temperature: input('temperature'), maxTokens: input('maxTokens') }).text;
}

function twoStages(context: CodeContext, trigger: string): ReturnType<NodeCode['write']> {
  const text = strategyModel(context);
  const asked = objectText([
    ['question', context.input('question')?.text],
    ['trigger', trigger],
    ['answerTrigger', context.input('answerTrigger')?.text],
  ]);
  return {
    value: `await ${callText(context.use(twoStagesPart), [text, asked, extractorText(context)])}`,
    outputs: memberOutputs('answer', 'reasoning'),
  };
}

/** Zero-shot chains; those after worked examples need more than two calls. */
export const chainOfThoughtCode: NodeCode = {
  write(context) {
    if (wordOf(context, 'method') !== 'zero-shot') return refuseCode('method');
    return twoStages(context, context.input('trigger')?.text ?? "''");
  },
};

/** The same, with a trigger that has the model plan. */
export function planAndSolveCode(triggers: Readonly<Record<string, string>>): NodeCode {
  return {
    write: (context) => twoStages(context, stringText(triggers[wordOf(context, 'prompting')] ?? '')),
  };
}
