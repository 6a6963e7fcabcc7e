import {
  createEquality,
  defineNode,
  extractionOf,
  openBudget,
  Problem,
  renderTemplate,
  table,
  text,
  trace,
  type CallBound,
  type Table,
} from '@jacquard/node-kit';
import { optimiseInputs } from './optimise/optimise-inputs.ts';
import type { Candidate } from './optimise/prompt-pool.ts';
import { searchPrompts } from './optimise/search-prompts.ts';
import { splitExamples } from './optimise/split-examples.ts';

const bound: CallBound = {
  calls: [
    { factors: ['start', 'scored'] },
    { factors: ['proposals'] },
    { factors: ['proposals', 'scored'] },
    { factors: ['rounds', 'variations'] },
    { factors: ['rounds', 'variations', 'scored'] },
    { factors: ['keep', 'heldOut'] },
    { factors: ['rounds', 'keep', 'heldOut'] },
  ],
  tokens: 'maxTokens',
};

/**
 * Automatic prompt engineer (Zhou et al. 2022, “Large Language Models Are Human-Level Prompt Engineers”): candidate prompts are induced from
 * examples, scored by running them, and the best are varied; examples held out show how much of a score is chance.
 */
export const optimisePrompt = defineNode({
  type: 'reasoning.optimise-prompt',
  version: 1,
  title: { en: 'Optimise a prompt (APE)', fr: 'Optimiser un prompt (APE)' },
  summary: {
    en: 'Finds a prompt for a task that you only give examples of, and shows how well each one does.',
    fr: 'Trouve un prompt pour une tâche dont vous ne donnez que des exemples, et montre ce que vaut chacun.',
  },
  documentation: {
    en: 'After Zhou et al. 2022. Give a table of inputs and right outputs. The model is shown some and asked which instruction they follow; each instruction it names is run on other examples and scored; the best are varied, and the winner comes out, also as a template for “Prompt template”. Some examples are held out: no choice looks at them, and a prompt that does far better on those it was chosen by was lucky. Prompts of your own can compete from the start. It costs one call a candidate and one for each example that it is scored on, by accuracy (its answers are compared) or by likelihood (nothing is written: quicker, for models that can weigh). It helps where you can show what you want better than say it, with a model that can name a rule. The starter model mostly can’t: it induces instructions that have little to do with the examples, so give it some to start with, or a larger model to propose. Hint: thirty examples are enough to begin with; fewer than ten on either side say little.',
    fr: 'D’après Zhou et al. 2022. Donnez un tableau d’entrées et de sorties justes. On en montre au modèle, et on lui demande quelle consigne elles suivent ; chaque consigne qu’il nomme est exécutée sur d’autres exemples et notée ; les meilleures sont variées, et la gagnante sort, aussi sous forme de texte pour « Modèle de prompt ». Une partie des exemples est mise de côté : aucun choix ne les regarde, et un prompt bien meilleur sur ceux qui l’ont fait choisir a eu de la chance. Des prompts à vous peuvent concourir dès le début. Cela coûte un appel par candidat, plus un par exemple qui le note, par exactitude (ses réponses sont comparées) ou par vraisemblance (rien n’est écrit : plus rapide, pour les modèles qui savent peser). Cela aide quand il est plus facile de montrer ce que vous voulez que de le dire, avec un modèle qui sait nommer une règle. Le modèle de départ ne le sait guère : il induit des consignes qui ont peu à voir avec les exemples ; donnez-lui-en pour commencer, ou un modèle plus grand pour proposer. Astuce : trente exemples suffisent pour débuter ; moins de dix d’un côté ou de l’autre ne disent pas grand-chose.',
  },
  keywords: {
    en: 'APE prompt engineering automatic induce instruction search optimise tune',
    fr: 'APE ingénierie de prompt automatique induire consigne optimiser',
  },
  icon: 'trophy',
  inputs: optimiseInputs,
  bound,
  outputs: {
    prompt: text({ label: { en: 'Best prompt', fr: 'Meilleur prompt' }, main: true }),
    template: text({
      label: { en: 'As a template', fr: 'Comme modèle de texte' },
      help: {
        en: 'With the gap {{input}}, for “Prompt template”.',
        fr: 'Avec l’emplacement {{input}}, pour « Modèle de prompt ».',
      },
    }),
    candidates: table({
      label: { en: 'Candidates', fr: 'Candidats' },
      help: {
        en: 'The best first, with their scores from 0 to 1.',
        fr: 'Les meilleurs d’abord, avec leurs notes de 0 à 1.',
      },
    }),
  },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: {
      model: { fake: 'chat-model', replies: ['write the plural.', 'looms', 'reeds'] },
      examples: {
        columns: ['input', 'output'],
        rows: [
          { input: 'loom', output: 'looms' },
          { input: 'reed', output: 'reeds' },
          { input: 'heddle', output: 'heddles' },
        ],
      },
      proposals: 1,
      rounds: 0,
    },
    outputs: { prompt: 'Write the plural.' },
  },
  async *run({ inputs, seed, signal }) {
    const { model, proposer = model, scoring: way, start = [], maxTokens } = inputs;
    if (way === 'likelihood' && !model.score) throw new Problem('model-insides-closed', { model: model.name });
    const examples = splitExamples(inputs.examples, inputs.heldOut, seed);
    const budget = openBudget(bound, inputs, inputs);
    yield trace('bound', budget.bound);
    const areSame = createEquality({ kind: inputs.equality }, { signal });
    const found = yield* searchPrompts({
      ...inputs,
      examples,
      start,
      proposer: budget.model(proposer),
      temperature: inputs.temperature,
      budget,
      scoring: {
        way,
        model: budget.model(model),
        template: inputs.template,
        form: extractionOf(inputs),
        areSame,
        maxTokens,
        seed,
        signal,
      },
    });
    const [best] = found.candidates as readonly [Candidate]; // boundary: without any the search throws
    yield trace('choice', { candidate: best.id });
    yield trace('stop', {
      reason: found.isCut ? 'budget' : 'complete',
      ...budget.spent,
      spared: budget.bound.calls - budget.spent.calls,
    });
    return {
      prompt: best.text,
      template: templateOf(inputs.template, best.text),
      candidates: tableOf(found.candidates),
    };
  },
});

/** The template with the prompt in its place and the gap for the input left; braces of the prompt are no gaps. */
function templateOf(template: string, prompt: string): string {
  return renderTemplate(template, { prompt: prompt.replaceAll('{{', '{ {'), input: '{{input}}' });
}

function tableOf(candidates: readonly Candidate[]): Table {
  return {
    columns: ['prompt', 'train', 'held-out', 'round'],
    rows: candidates.map(({ text: prompt, round, train, heldOut }) => ({
      prompt,
      train: rounded(train?.value),
      'held-out': rounded(heldOut?.value),
      round,
    })),
  };
}

function rounded(value: number | undefined): number | null {
  return value === undefined ? null : Number(value.toPrecision(3));
}
