import {
  defineNode,
  openBudget,
  Problem,
  table,
  text,
  trace,
  number,
  type CallBound,
  type PortValues,
  type StepPause,
  type Table,
} from '@jacquard/node-kit';
import { spendingInputs } from './spending-inputs.ts';
import { askAboutThoughts, takeUpSearch, type ResumedSearch } from './tree/ask-person.ts';
import {
  endOf,
  stepBreadthFirst,
  type Frontier,
  type SearchItem,
  type SearchResult,
} from './tree/search-breadth-first.ts';
import { searchDepthFirst } from './tree/search-depth-first.ts';
import { searchInputs, searchPromptInputs } from './tree/search-inputs.ts';
import type { SearchSettings, SearchTools, TreeState } from './tree/search-settings.ts';

const inputs = { ...searchInputs, ...searchPromptInputs, ...spendingInputs(128) } as const;

const breadthFirst = { input: 'search', equals: 'breadth-first' } as const;
const depthFirst = { input: 'search', equals: 'depth-first' } as const;
const propose = { input: 'generator', equals: 'propose' } as const;
const sample = { input: 'generator', equals: 'sample' } as const;
const value = { input: 'evaluator', equals: 'value' } as const;
const vote = { input: 'evaluator', equals: 'vote' } as const;

const bound: CallBound = {
  calls: [
    { factors: ['steps', 'beam'], when: [breadthFirst, propose] },
    { factors: ['steps', 'beam', 'width'], when: [breadthFirst, sample] },
    { factors: ['steps', 'beam', 'width', 'evaluations'], when: [breadthFirst, value] },
    { factors: ['steps', 'evaluations'], when: [breadthFirst, vote] },
    { factors: ['visits'], when: [depthFirst, propose] },
    { factors: ['visits', 'width'], when: [depthFirst, sample] },
    { factors: ['visits', 'width', 'evaluations'], when: [depthFirst, value] },
    { factors: ['visits', 'evaluations'], when: [depthFirst, vote] },
  ],
  tokens: 'maxTokens',
};

/**
 * Tree of thoughts (Yao et al. 2023, “Tree of Thoughts: Deliberate Problem Solving with Large Language Models”): thoughts are
 * proposed or sampled, judged by value or vote, and searched breadth-first with a beam or depth-first with pruning and backtracking.
 */
export const treeOfThoughts = defineNode({
  type: 'reasoning.tree-of-thoughts',
  version: 1,
  title: { en: 'Tree of thoughts', fr: 'Arbre de pensées (tree of thoughts)' },
  summary: {
    en: 'Tries several next thoughts at each turn, judges them, and goes on from the best.',
    fr: 'Essaie plusieurs pensées à chaque tour, les juge, et continue à partir des meilleures.',
  },
  documentation: {
    en: 'After Yao et al. 2023. A chain of thought goes one way, and a wrong turn is never taken back; here the model proposes several next thoughts, judges how far each can still lead to a solution, and a search keeps the best (breadth-first) or follows the most promising one and goes back when it fails (depth-first). Use it for problems that are solved bit by bit, where each bit can be judged: puzzles, routes, outlines. It costs many calls: depth × states kept × thoughts × evaluations; the node says beforehand how many at most. It doesn’t help where one thought is enough, or where the model can’t judge its own thoughts: a model of 135 million parameters mostly can’t, so give it a checking node there. Hint: write the prompts for your problem, and look at the tree to see what was pruned.',
    fr: 'D’après Yao et al. 2023. Une chaîne de pensée va dans un seul sens, et une erreur n’y est jamais reprise ; ici le modèle propose plusieurs pensées suivantes, juge jusqu’où chacune peut encore mener à une solution, et une recherche garde les meilleures (en largeur) ou suit la plus prometteuse et revient en arrière quand elle échoue (en profondeur). À employer pour des problèmes qui se résolvent peu à peu, et dont chaque avancée se juge : casse-tête, itinéraires, esquisses. Cela coûte beaucoup d’appels : profondeur × états gardés × pensées × évaluations ; le nœud dit d’avance combien au plus. Inutile quand une pensée suffit, ou quand le modèle ne sait pas juger ses propres pensées : un modèle de 135 millions de paramètres ne le sait guère, donnez-lui alors un nœud de vérification. Astuce : écrivez les prompts pour votre problème, et regardez l’arbre pour voir ce qui a été élagué.',
  },
  keywords: {
    en: 'ToT search beam prune backtrack propose evaluate deliberate',
    fr: 'ToT recherche faisceau élaguer retour en arrière proposer évaluer',
  },
  icon: 'network',
  inputs,
  bound,
  outputs: {
    answer: text({
      label: { en: 'Answer', fr: 'Réponse' },
      help: { en: 'The last thought of the best state.', fr: 'La dernière pensée du meilleur état.' },
      main: true,
    }),
    path: text({ label: { en: 'All its thoughts', fr: 'Toutes ses pensées' } }),
    value: number({ label: { en: 'Its value', fr: 'Sa valeur' } }),
    states: table({
      label: { en: 'Best states', fr: 'Meilleurs états' },
      help: {
        en: 'Where the search ended, best first.',
        fr: 'Là où la recherche s’est arrêtée, les meilleurs d’abord.',
      },
    }),
  },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: {
      model: { fake: 'chat-model', replies: ['1. Sow in spring\n2. Sow in winter', 'sure', 'impossible'] },
      problem: 'When are beans sown?',
      steps: 1,
      width: 2,
      beam: 1,
    },
    outputs: { answer: 'Sow in spring', value: 20 },
  },
  async *run({ inputs: given, seed, signal, resumed }) {
    const before = resumed && takeUpSearch(resumed, given.beam);
    const budget = openBudget(bound, given, { maxCalls: given.maxCalls, spent: before?.spent });
    if (before === undefined) yield trace('bound', budget.bound);
    else yield* before.items;
    const tools: SearchTools = {
      settings: settingsOf(given),
      model: budget.model(given.model),
      seed,
      signal,
      allows: (calls) => budget.allows(calls),
    };
    const ask = (frontier: Frontier): StepPause => askAboutThoughts(frontier, budget.spent, given.beam);
    const { best, reason } =
      given.search === 'depth-first'
        ? yield* searchDepthFirst(tools, given.visits)
        : yield* searchBreadthFirst(tools, before, given.asksPerson ? ask : undefined);
    const [first] = best;
    if (first !== undefined) yield trace('choice', { candidate: first.id });
    yield trace('stop', { reason, ...budget.spent, spared: budget.bound.calls - budget.spent.calls });
    if (first === undefined) throw new Problem('reasoning-nothing-found', { answers: budget.spent.calls });
    return { answer: first.thought, path: first.text, value: first.value, states: tableOf(best) };
  },
});

const atTheProblem: Frontier = { depth: 0, states: [], judged: [] };

/** From the problem, or from where a person took it up; with `ask` it pauses before each step but the first. */
async function* searchBreadthFirst(
  tools: SearchTools,
  before: ResumedSearch | undefined,
  ask: ((frontier: Frontier) => StepPause) | undefined,
): AsyncGenerator<SearchItem | StepPause, SearchResult> {
  let frontier = before?.frontier ?? atTheProblem;
  if (before?.isStopped === true) return { best: frontier.states, reason: 'person' };
  for (;;) {
    const reason = endOf(frontier, tools);
    if (reason !== undefined) return { best: frontier.states, reason };
    const next = yield* stepBreadthFirst(frontier, tools);
    if (next === undefined) return { best: frontier.states, reason: tools.allows() ? 'exhausted' : 'budget' };
    frontier = next;
    if (ask !== undefined && endOf(frontier, tools) === undefined) yield ask(frontier);
  }
}

function settingsOf(given: PortValues<typeof inputs>): SearchSettings {
  const { generator, proposePrompt, samplePrompt, valuePrompt, votePrompt, verdicts, answerMark = '' } = given;
  return {
    ...given,
    answerMark,
    verdicts: readVerdicts(verdicts),
    prompts: { generate: generator === 'propose' ? proposePrompt : samplePrompt, value: valuePrompt, vote: votePrompt },
  };
}

/** The first column's words with the second's numbers. */
function readVerdicts({ columns, rows }: Table): ReadonlyMap<string, number> {
  const [word = '', worth = ''] = columns;
  return new Map(
    rows.flatMap((row): (readonly [string, number])[] => {
      const named = String(row[word] ?? '')
        .trim()
        .toLowerCase();
      const value = Number(row[worth]);
      return named === '' || !Number.isFinite(value) ? [] : [[named, value]];
    }),
  );
}

function tableOf(states: readonly TreeState[]): Table {
  const columns = ['value', 'thought', 'path'];
  return { columns, rows: states.map(({ value, thought, text: path }) => ({ value, thought, path })) };
}
