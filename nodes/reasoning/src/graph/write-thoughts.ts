import {
  drawSamples,
  extractAnswer,
  sourceOf,
  trace,
  type Budget,
  type ChatModel,
  type DrawnSample,
  type Extraction,
  type GraphThought,
  type Problem,
  type TraceSource,
} from '@jacquard/node-kit';
import { parseThoughts } from '../tree/parse-thoughts.ts';
import { interleave } from './interleave.ts';
import { newThought } from './new-thought.ts';
import type { GraphItem } from './tell-graph.ts';

/** One prompt, and what is to come of it. */
export interface WritingTask {
  /** What its calls are called in the step's insides. */
  readonly name: string;
  readonly prompt: string;
  readonly parents: readonly GraphThought[];
  /** How many thoughts at most. */
  readonly count: number;
}

/** What thoughts are written with. */
export interface WritingTools {
  readonly operation: GraphThought['operation'];
  /** `samples`: each answer is a thought. `items`: each line of one answer is. */
  readonly reading: 'samples' | 'items';
  /** What of an answer is the thought. */
  readonly extraction: Extraction;
  readonly model: ChatModel;
  readonly budget: Budget;
  readonly temperature: number | undefined;
  readonly maxTokens: number;
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** What came of tasks. */
export interface WrittenThoughts {
  /** By task, in its own order. */
  readonly thoughts: readonly (readonly GraphThought[])[];
  /** Calls that were wanted couldn't be made. */
  readonly isCut: boolean;
}

interface Found {
  readonly task: number;
  readonly place: number;
  readonly text: string;
  readonly from: TraceSource;
  readonly problem?: Problem | undefined;
}

/** So many tasks are worked on at once. */
const atOnce = 8;

/**
 * Has the model write thoughts, and tells each when it is there. Tasks get their calls in order while the budget lasts; an answer that fails
 * or holds no thought brings none. Throws the failure where every answer failed.
 */
export async function* writeThoughts(
  tasks: readonly WritingTask[],
  tools: WritingTools,
): AsyncGenerator<GraphItem, WrittenThoughts, void> {
  const { operation, reading, budget, seed } = tools;
  const thoughts: GraphThought[][] = tasks.map(() => []);
  let left = budget.bound.calls - budget.spent.calls;
  let isCut = false;
  const sources = tasks.map((task, index) => {
    const wanted = reading === 'items' ? 1 : task.count;
    const calls = Math.min(wanted, left);
    left -= calls;
    isCut ||= calls < wanted;
    return () => findThoughts({ ...task, index, calls }, tools);
  });
  let failure: Problem | undefined;
  let answers = 0;
  for await (const { task, place, text, from, problem } of interleave(sources, atOnce)) {
    if (problem === undefined) answers += 1;
    else if (problem.code === 'budget-spent') isCut = true;
    else failure = problem;
    if (text === '') continue;
    const parents = tasks[task]?.parents ?? [];
    const thought = newThought({ operation, parents, text, place, seed });
    const siblings = thoughts[task];
    if (siblings) siblings[place] = thought;
    yield trace('thought', { ...thought, from });
  }
  if (answers === 0 && failure !== undefined) throw failure;
  return { thoughts: thoughts.map((found) => found.filter((thought) => thought !== undefined)), isCut };
}

async function* findThoughts(
  task: WritingTask & { readonly index: number; readonly calls: number },
  tools: WritingTools,
): AsyncGenerator<Found, void, void> {
  const { name, prompt, index, calls } = task;
  if (calls === 0) return;
  const { model, temperature, maxTokens, seed, signal } = tools;
  const asked = { count: calls, name, temperature, maxTokens, seed, signal };
  for await (const drawn of drawSamples(model, [{ role: 'user', content: prompt }], asked)) {
    const from = sourceOf(model, name, drawn.sample);
    for (const found of await readThoughts(drawn, task.count, tools)) yield { task: index, from, ...found };
  }
}

async function readThoughts(
  { sample, text, problem }: DrawnSample,
  most: number,
  { reading, extraction }: WritingTools,
): Promise<readonly Pick<Found, 'place' | 'text' | 'problem'>[]> {
  if (problem !== undefined) return [{ place: sample, text: '', problem }];
  const texts = reading === 'items' ? parseThoughts(text, most) : [text];
  if (texts.length === 0) return [{ place: sample, text: '' }];
  return Promise.all(
    texts.map(async (one, item) => ({
      place: reading === 'items' ? item : sample,
      text: (await extractAnswer(one, extraction)) ?? '',
    })),
  );
}
