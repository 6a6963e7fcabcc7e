import type { ChatModel, NodeDefinition } from '@jacquard/node-kit';
import { runNode } from '@jacquard/node-kit/testing';
import { strategy } from './reasoning-family.ts';
import type { TaskItem, TaskItems } from './task-items.ts';
import type { TaskByHand } from './tasks-by-hand.ts';

/** What a strategy answers an item with. */
export interface AskedItem {
  readonly model: ChatModel;
  readonly task: TaskByHand;
  readonly items: TaskItems;
  readonly item: TaskItem;
}

/** Long enough for the starter model to come to its point, and short enough to measure. */
const reasoningTokens = 64;
const answerTokens = 16;

const models = await family('models');
const prompts = await family('prompts');

/** Every strategy that is measured, by its name in the table: the nodes themselves, all with the same instruction. */
export const measuredStrategies: Readonly<Record<string, (asked: AskedItem) => Promise<string>>> = {
  direct: (asked) => chat(asked.model, questionOf(asked)),
  'few-shot': async ({ model, task, items, item }) => {
    const rows = items.induce.slice(0, 4).map(({ input, output }) => ({ Input: input, Output: output }));
    const examples = { columns: ['Input', 'Output'], rows };
    const inputs = { instruction: task.instruction, examples, question: item.input };
    const { outputs } = await runNode(nodeOf(prompts, 'prompts.few-shot'), { inputs });
    return chat(model, String(outputs['prompt']));
  },
  'chain of thought, zero-shot': (asked) => answer('chain-of-thought', asked),
  'chain of thought, few-shot': (asked) => {
    const rows = asked.task.worked.map(([question, reasoning, shown]) => ({
      question: `${asked.task.instruction}\n\n${question}`,
      reasoning,
      answer: shown,
    }));
    const examples = { columns: ['question', 'reasoning', 'answer'], rows };
    return answer('chain-of-thought', asked, { method: 'few-shot', examples });
  },
  'plan and solve': (asked) => answer('plan-and-solve', asked),
  'self-consistency, 5': (asked) =>
    answer('self-consistency', asked, { samples: 5, adaptive: false, equality: 'normalised' }),
  'least to most': (asked) => answer('least-to-most', asked, { subquestions: 3 }),
  'step back': (asked) => answer('step-back', asked),
  'chain of verification': (asked) => answer('chain-of-verification', asked, { questions: 2 }),
  'best of 4, likelihood': (asked) => answer('best-of-n', asked, { scoring: 'likelihood', maxTokens: answerTokens }),
  'best of 4, judge': (asked) => answer('best-of-n', asked, { scoring: 'judge', maxTokens: answerTokens }),
  expert: (asked) => answer('expert', asked),
  'self-refine': (asked) => answer('self-refine', asked, { task: questionOf(asked), iterations: 1 }),
};

function questionOf({ task, item }: AskedItem): string {
  return `${task.instruction}\n\n${item.input}`;
}

/** The main output of a strategy's node; a strategy that comes to nothing answered nothing. */
async function answer(
  name: string,
  asked: AskedItem,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const inputs = { model: asked.model, question: questionOf(asked), maxTokens: reasoningTokens, ...settings };
  const { outputs } = await runNode(strategy(`reasoning.${name}`), { inputs });
  const { answer: given } = outputs;
  return typeof given === 'string' ? given : '';
}

/** One call, as the chat node makes it. */
export async function chat(model: ChatModel, prompt: string, temperature?: number): Promise<string> {
  const inputs = { model, prompt, maxTokens: answerTokens, temperature };
  return String((await runNode(nodeOf(models, 'models.chat'), { inputs })).outputs['answer']);
}

async function family(name: string): Promise<readonly NodeDefinition[]> {
  const index = new URL(`../../../nodes/${name}/src/index.ts`, import.meta.url);
  const { nodes } = (await import(index.href)) as { readonly nodes: readonly NodeDefinition[] }; // boundary: what its index exports
  return nodes;
}

function nodeOf(nodes: readonly NodeDefinition[], type: string): NodeDefinition {
  const found = nodes.find(({ descriptor }) => descriptor.type === type);
  if (!found) throw new Error(`there is no node ${type}`);
  return found;
}
