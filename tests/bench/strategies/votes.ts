import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRecording, Problem, type ChatModel, type NodeDefinition, type Recording } from '@jacquard/node-kit';
import { fakeServices, runNode } from '@jacquard/node-kit/testing';
import { z } from 'zod';
import { strategy } from './reasoning-family.ts';
import { say } from './say.ts';

const puzzleSchema = z.object({
  numbers: z.string(),
  samples: z.array(z.string()),
  correct: z.array(z.number()),
});
type Puzzle = z.infer<typeof puzzleSchema>;

/** What came of one vote. */
interface Vote {
  readonly isRight: boolean;
  readonly answer: string;
  readonly drawn: number;
}

const models = new URL('../../../nodes/models/src/recorded-model.ts', import.meta.url);
const { recordedModel } = (await import(models.href)) as { readonly recordedModel: NodeDefinition }; // boundary: what the file exports
const drawn = [1, 2, 3, 5, 10, 20, 40, 60, 80, 100];

/** Ways to compare expressions; the answer of these samples stands behind its marker. */
const equalities = {
  'exact text': { equality: 'exact' },
  'same text but for case and punctuation': { equality: 'normalised' },
  'algebraic: same value': { equality: 'algebraic' },
  'algebraic: same value, same numbers': { equality: 'algebraic', sameNumbers: true },
} as const;

/**
 * Self-consistency, through the node itself, on the hundred chains of thought that GPT-4 wrote for each of fifty games of 24 (Yao et
 * al. 2023), replayed by the recorded model: puzzles solved by votes over N samples, and what stopping early saves and changes.
 */
export async function measureVotes(folder: string): Promise<void> {
  const lines = readFileSync(join(folder, 'game-of-24', 'gpt-4-chain-of-thought.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const puzzles = lines.map((line) => puzzleSchema.parse(JSON.parse(line)));
  const tables = await Promise.all(puzzles.map(async (puzzle) => ({ puzzle, model: await replayed(puzzle) })));
  const voteAll = (inputs: Readonly<Record<string, unknown>>): Promise<Vote[]> =>
    Promise.all(tables.map(({ puzzle, model }) => vote(puzzle, model, inputs)));
  say(`votes solve, of ${puzzles.length} puzzles, over N samples of ${puzzles[0]?.samples.length ?? 0}`);
  say(row('N', drawn.map(String)));
  for (const [name, equality] of Object.entries(equalities)) {
    const solved: string[] = [];
    for (const samples of drawn) solved.push(String(countRight(await voteAll({ ...equality, samples }))));
    say(row(name, solved));
  }
  say('\nstopping once the leader stays ahead (Beta, 0.95), drawn four at a time, of 100 samples');
  say(row('', ['drawn', 'spared', 'answers changed', 'solved']));
  for (const [name, equality] of Object.entries(equalities)) {
    const all = await voteAll({ ...equality, samples: 100 });
    const early = await voteAll({ ...equality, samples: 100, adaptive: true });
    const used = early.reduce((sum, vote) => sum + vote.drawn, 0);
    const spared = 1 - used / all.reduce((sum, vote) => sum + vote.drawn, 0);
    const changed = early.filter(({ answer }, place) => answer !== all[place]?.answer).length;
    say(
      row(name, [
        String(used),
        `${(spared * 100).toFixed(1)} %`,
        String(changed),
        `${countRight(early)} (${countRight(all)})`,
      ]),
    );
  }
}

/** The recorded model over a puzzle's samples. */
async function replayed({ numbers, samples }: Puzzle): Promise<ChatModel> {
  const prompt = { messages: [{ role: 'user', content: numbers }] } as const;
  const entries = [{ prompt, answers: samples.map((text) => ({ text })), scores: new Map<string, number>() }];
  const recordings = new Map<string, Recording>([
    ['samples', createRecording('samples', { model: undefined, entries })],
  ]);
  const inputs = { recording: 'samples', mode: 'replay' };
  const { outputs } = await runNode(recordedModel, {
    inputs,
    services: fakeServices({ recordings }),
  });
  return outputs['model'] as ChatModel; // boundary: what the node makes
}

let runs = 0;

async function vote(
  { numbers, correct }: Puzzle,
  model: ChatModel,
  inputs: Readonly<Record<string, unknown>>,
): Promise<Vote> {
  const run = `run ${++runs}`;
  // As the executor hands a model to a step: each run replays from the beginning.
  const ofRun: ChatModel = { ...model, stream: (messages, options) => model.stream(messages, { ...options, run }) };
  const asked = {
    model: ofRun,
    question: numbers,
    trigger: '',
    extraction: 'marker',
    marker: 'Answer:',
    adaptive: false,
  };
  try {
    const { outputs, traces } = await runNode(strategy('reasoning.self-consistency'), {
      inputs: { ...asked, ...inputs },
    });
    const last = traces.findLast(({ form }) => form === 'vote')?.data as VoteData | undefined; // boundary: the node's own item
    const first = last?.groups[last.chosen]?.samples[0];
    return {
      isRight: first !== undefined && correct[first] === 1,
      answer: String(outputs['answer']),
      drawn: traces.filter(({ form }) => form === 'sample').length,
    };
  } catch (error) {
    if (Problem.is(error) && error.code === 'reasoning-nothing-found')
      return { isRight: false, answer: '', drawn: Number(inputs['samples']) };
    throw error;
  }
}

interface VoteData {
  readonly groups: readonly { readonly samples: readonly number[] }[];
  readonly chosen: number;
}

function countRight(votes: readonly Vote[]): number {
  return votes.filter(({ isRight }) => isRight).length;
}

function row(name: string, columns: readonly string[]): string {
  return name.padEnd(40) + columns.map((column) => column.padStart(columns.length > 4 ? 5 : 16)).join('');
}
