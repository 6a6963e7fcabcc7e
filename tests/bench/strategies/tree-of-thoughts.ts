import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderTemplate, type ChatChunk, type ChatModel } from '@jacquard/node-kit';
import { fakeChatModel, runNode } from '@jacquard/node-kit/testing';
import { z } from 'zod';
import { strategy } from './reasoning-family.ts';

const recordedSchema = z.object({
  numbers: z.string(),
  steps: z.array(
    z.object({
      frontier: z.array(z.string()),
      thoughts: z.array(z.string()),
      values: z.array(z.number()),
      selected: z.array(z.string()),
    }),
  ),
  correct: z.array(z.number()),
});
type Recorded = z.infer<typeof recordedSchema>;

const node = strategy('reasoning.tree-of-thoughts');
const settings = { steps: 4, width: 100, beam: 5, evaluations: 3, reading: 'lines' };

/**
 * The node itself over the search that GPT-4 really made for the game of 24 (Yao et al. 2023): each proposal prompt is answered with
 * the recorded lines, each value prompt with three texts whose verdicts sum to the recorded value. Prints in how many steps the
 * same thoughts were selected, and how many puzzles were solved by any of the last five.
 */
export async function replayTreeSearch(folder: string): Promise<void> {
  const lines = readFileSync(join(folder, 'game-of-24', 'gpt-4-tree-of-thought.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const puzzles = lines.map((line) => recordedSchema.parse(JSON.parse(line)));
  let same = 0;
  let solved = 0;
  for (const puzzle of puzzles) {
    const { selections, last } = await search(puzzle);
    same += puzzle.steps.filter(({ selected }, step) => equal(selections[step], selected)).length;
    const right = puzzle.steps.at(-1)?.selected.filter((_state, place) => puzzle.correct[place] === 1) ?? [];
    if (last.some((state) => right.map(plain).includes(state))) solved += 1;
  }
  const steps = puzzles.reduce((sum, puzzle) => sum + puzzle.steps.length, 0);
  process.stdout.write(
    `the same thoughts selected in ${same} of ${steps} steps; ${solved} of ${puzzles.length} solved\n`,
  );
}

function plain(state: string): string {
  return state.replace(/\n$/, '');
}

function equal(found: readonly string[] | undefined, recorded: readonly string[]): boolean {
  return JSON.stringify(found) === JSON.stringify(recorded.map(plain));
}

async function search(puzzle: Recorded): Promise<{ selections: (readonly string[])[]; last: readonly string[] }> {
  const problem = `Use the numbers ${puzzle.numbers} and + - * / to make 24.`;
  const { traces } = await runNode(node, { inputs: { model: replay(puzzle, problem), problem, ...settings } });
  const texts = new Map<string, string>();
  const selections: (readonly string[])[] = [];
  for (const { form, data } of traces) {
    if (form === 'thought') {
      const { id, parents, text } = z
        .object({ id: z.string(), parents: z.array(z.string()), text: z.string() })
        .parse(data);
      texts.set(id, [texts.get(parents[0] ?? ''), text].filter((part) => part !== undefined).join('\n'));
    }
    if (form !== 'selection') continue;
    const { kept } = z.object({ kept: z.array(z.string()) }).parse(data);
    selections.push(kept.map((id) => texts.get(id) ?? ''));
  }
  return { selections, last: selections.at(-1) ?? [] };
}

/** A model that answers each of the node's own prompts with what was recorded for that state. */
function replay({ steps }: Recorded, problem: string): ChatModel {
  const answers = new Map<string, readonly string[]>();
  const prompt = (name: 'proposePrompt' | 'valuePrompt', state: string, step: number): string => {
    const template = z.string().parse(node.descriptor.inputs[name]?.default);
    return renderTemplate(template, { problem, state, count: settings.width, level: step, levels: settings.steps });
  };
  for (const [index, { frontier, thoughts, values }] of steps.entries()) {
    for (const state of frontier) {
      const lines = thoughts
        .filter((thought) => thought.startsWith(state))
        .map((thought) => thought.slice(state.length));
      answers.set(prompt('proposePrompt', plain(state), index + 1), [lines.join('').replace(/\n$/, '')]);
    }
    for (const [place, thought] of thoughts.entries()) {
      const asked = prompt('valuePrompt', plain(thought), index + 1);
      if (!answers.has(asked)) answers.set(asked, evaluationsOf(values[place] ?? 0));
    }
  }
  return {
    ...fakeChatModel({ replies: [''] }),
    async *stream(messages, { samples = 1 } = {}): AsyncGenerator<ChatChunk> {
      const texts = answers.get(messages[0]?.content ?? '');
      if (texts === undefined) throw new Error(`nothing was recorded for ${messages[0]?.content}`);
      for (let sample = 0; sample < samples; sample++) yield { text: texts[sample] ?? '', sample, finish: 'stop' };
    },
  };
}

/** Three evaluations that sum to a recorded value. */
function evaluationsOf(value: number): readonly string[] {
  const sure = Math.floor(value / 20);
  const likely = Math.floor(value - 20 * sure);
  const impossible = Math.round((value - 20 * sure - likely) * 1000);
  const named = [
    ...Array.from({ length: sure }, () => 'It works.\nsure'),
    ...Array.from({ length: likely }, () => 'It may.\nlikely'),
    ...Array.from({ length: impossible }, () => 'It does not.\nimpossible'),
  ];
  return [...named, 'I can not tell', 'I can not tell', 'I can not tell'].slice(0, 3);
}
