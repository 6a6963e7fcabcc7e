import { measureApe } from './strategies/ape.ts';
import { sortByGraph } from './strategies/graph-of-thoughts.ts';
import { measureGsm8k } from './strategies/gsm8k.ts';
import { measureHumanEval } from './strategies/humaneval.ts';
import { say } from './strategies/say.ts';
import { measureTasks } from './strategies/tasks.ts';
import { replayTreeSearch } from './strategies/tree-of-thoughts.ts';
import { measureVotes } from './strategies/votes.ts';

/**
 * Reasoning strategies on answers that real models gave, and on the starter model: `npm run bench -- strategies tasks`, with the
 * folder of measuring data as a path, if it isn't beside the project. Without a name all parts.
 */
const words = process.argv.slice(2);
const folder = words.find((word) => /[/\\]/.test(word)) ?? '../shared/data';
const wanted = words.filter((word) => !/[/\\]/.test(word));
const parts: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  'tree-of-thoughts': replayTreeSearch,
  'graph-of-thoughts': sortByGraph,
  votes: measureVotes,
  gsm8k: measureGsm8k,
  humaneval: measureHumanEval,
  tasks: measureTasks,
  ape: measureApe,
};

for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  say(`\n${name}`);
  await measure(folder);
}
