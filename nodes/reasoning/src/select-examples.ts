import {
  choice,
  component,
  defineNode,
  number,
  Problem,
  table,
  text,
  type PortValues,
  type Table,
} from '@jacquard/node-kit';
import { balanceExamples, drawExamples } from './examples/draw-examples.ts';
import { exampleWays, type PlacedExample } from './examples/example-ways.ts';
import { rankByLikeness, type LikeExample } from './examples/rank-by-likeness.ts';

const mostExamples = 5000;

const inputs = {
  examples: table({
    label: { en: 'Examples', fr: 'Exemples' },
    help: { en: 'Question first, answer second.', fr: 'D’abord la question, puis la réponse.' },
    field: 'table',
  }),
  way: choice(exampleWays, { label: { en: 'Choose', fr: 'Choisir' }, default: 'fixed', fieldOnly: true }),
  count: number({ label: { en: 'How many', fr: 'Combien' }, default: 4, min: 1, max: 100, integer: true }),
  question: text({
    label: { en: 'Question', fr: 'Question' },
    help: { en: 'What examples are to be like.', fr: 'À quoi les exemples doivent ressembler.' },
    multiline: true,
    optional: true,
  }),
  embeddings: component('embeddings', {
    help: { en: 'For likeness of meaning.', fr: 'Pour comparer le sens.' },
    optional: true,
  }),
  lambda: number({
    label: { en: 'Likeness against diversity (λ)', fr: 'Ressemblance contre diversité (λ)' },
    help: {
      en: '1: only likeness to the question; 0: only difference from one another.',
      fr: '1 : seulement la ressemblance à la question ; 0 : seulement la différence entre eux.',
    },
    default: 0.5,
    min: 0,
    max: 1,
    visibleWhen: { input: 'way', equals: 'diverse' },
  }),
  order: choice(
    {
      'best-last': { en: 'best last', fr: 'le meilleur à la fin' },
      'best-first': { en: 'best first', fr: 'le meilleur au début' },
      table: { en: 'as in the table', fr: 'comme dans le tableau' },
    },
    {
      label: { en: 'Order', fr: 'Ordre' },
      help: {
        en: 'Models look most at what stands last.',
        fr: 'Les modèles regardent surtout ce qui vient en dernier.',
      },
      default: 'best-last',
      fieldOnly: true,
      advanced: true,
    },
  ),
  seed: number({
    label: { en: 'Seed', fr: 'Graine' },
    help: { en: 'Another seed draws others.', fr: 'Une autre graine en tire d’autres.' },
    default: 1,
    min: 0,
    integer: true,
    visibleWhen: { input: 'way', equals: 'random' },
  }),
} as const;

/** Chooses the examples that a few-shot prompt shows. */
export const selectExamples = defineNode({
  type: 'reasoning.select-examples',
  version: 1,
  title: { en: 'Select examples', fr: 'Choisir des exemples' },
  summary: {
    en: 'Chooses which examples a few-shot prompt shows, and in what order.',
    fr: 'Choisit quels exemples montre un prompt few-shot, et dans quel ordre.',
  },
  documentation: {
    en: 'Which examples a model is shown often matters more than how many. The first of the table; some at random; those most like the question (Liu et al. 2022, KATE); like the question but unlike one another, by maximal marginal relevance (Carbonell and Goldstein 1998; Ye et al. 2023 for prompts); or as many of each answer, so that the commonest label isn’t simply repeated (Zhao et al. 2021 show that it is). Models also lean towards what they read last (Zhao et al. 2021; Lu et al. 2022 on order), so the best stands last unless you say otherwise; the order is told. Likeness needs embeddings. It costs no call of a model. It doesn’t help where all examples are alike, and choosing well can’t give a small model what it doesn’t know: compare on some items of your own. Hint: wire “Examples” to “Few-shot prompt”.',
    fr: 'Les exemples montrés à un modèle comptent souvent plus que leur nombre. Les premiers du tableau ; quelques-uns au hasard ; les plus proches de la question (Liu et al. 2022, KATE) ; proches de la question mais différents entre eux, par pertinence marginale maximale (Carbonell et Goldstein 1998 ; Ye et al. 2023 pour les prompts) ; ou autant de chaque réponse, pour que l’étiquette la plus courante ne soit pas simplement répétée (Zhao et al. 2021 montrent qu’elle l’est). Les modèles penchent aussi vers ce qu’ils lisent en dernier (Zhao et al. 2021 ; Lu et al. 2022 sur l’ordre) : le meilleur vient donc à la fin, sauf avis contraire ; l’ordre est montré. La ressemblance demande des plongements. Aucun appel de modèle. Inutile quand tous les exemples se ressemblent, et bien choisir ne donne pas à un petit modèle ce qu’il ne sait pas : comparez sur quelques cas à vous. Astuce : reliez « Exemples » au « Prompt à exemples ».',
  },
  keywords: {
    en: 'few-shot demonstrations similar diverse MMR balanced random KATE in-context',
    fr: 'few-shot démonstrations proches divers MMR équilibré hasard KATE en contexte',
  },
  icon: 'list-filter',
  inputs,
  outputs: {
    examples: table({ label: { en: 'Examples', fr: 'Exemples' }, main: true }),
    prompt: text({
      label: { en: 'As a prompt', fr: 'Sous forme de prompt' },
      help: { en: 'The examples one after another.', fr: 'Les exemples l’un après l’autre.' },
    }),
    order: table({
      label: { en: 'Choice and order', fr: 'Choix et ordre' },
      help: {
        en: 'Which row of the table stands where, and how like the question it is.',
        fr: 'Quelle ligne du tableau vient où, et sa ressemblance à la question.',
      },
    }),
  },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  example: {
    inputs: {
      examples: {
        columns: ['Review', 'Label'],
        rows: [
          { Review: 'A joy to use.', Label: 'positive' },
          { Review: 'Splendid.', Label: 'positive' },
          { Review: 'It broke at once.', Label: 'negative' },
        ],
      },
      way: 'balanced',
      count: 2,
      order: 'table',
    },
    outputs: { prompt: 'Review: A joy to use.\nLabel: positive\n\nReview: It broke at once.\nLabel: negative' },
  },
  async run({ inputs: given, signal }) {
    const [asked, answered] = columnsOf(given.examples);
    const chosen = ordered(await choose(given, examplesOf(given.examples, asked, answered), signal), given);
    return {
      examples: {
        columns: given.examples.columns,
        rows: chosen.map(({ place }) => given.examples.rows[place] ?? {}),
      },
      prompt: chosen.map((example) => `${asked}: ${example.question}\n${answered}: ${example.answer}`).join('\n\n'),
      order: {
        columns: ['row', 'question', 'likeness'],
        rows: chosen.map(({ place, question, likeness }) => ({ row: place + 1, question, likeness: likeness ?? null })),
      },
    };
  },
});

type Given = PortValues<typeof inputs>;
type Chosen = PlacedExample & { readonly likeness?: number };

/** Best first. */
async function choose(
  given: Given,
  examples: readonly PlacedExample[],
  signal: AbortSignal,
): Promise<readonly Chosen[]> {
  const { way, count, seed } = given;
  if (way === 'fixed') return examples.slice(0, count);
  if (way === 'random') return drawExamples(examples, count, seed);
  if (way === 'balanced') return balanceExamples(examples, count);
  const { embeddings, question = '' } = given;
  if (!embeddings) throw new Problem('examples-without-embeddings');
  if (question.trim() === '') throw new Problem('examples-without-question');
  const lambda = way === 'similar' ? 1 : given.lambda;
  return (await rankByLikeness(examples, embeddings, { question, count, lambda }, signal)).map(rounded);
}

function rounded(example: LikeExample): Chosen {
  return { ...example, likeness: Number(example.likeness.toFixed(3)) };
}

/** What is chosen by likeness stands with the best at the asked end; the rest keeps its order. */
function ordered(chosen: readonly Chosen[], { way, order }: Given): readonly Chosen[] {
  if (order === 'table') return chosen.toSorted((one, other) => one.place - other.place);
  const isRanked = way === 'similar' || way === 'diverse';
  return isRanked && order === 'best-last' ? chosen.toReversed() : chosen;
}

function columnsOf({ columns }: Table): readonly [string, string] {
  const [first, second] = columns;
  if (first === undefined || second === undefined)
    throw new Problem('examples-need-two-columns', { columns: [...columns] });
  return [first, second];
}

function examplesOf({ rows }: Table, asked: string, answered: string): readonly PlacedExample[] {
  if (rows.length > mostExamples) throw new Problem('examples-too-many', { most: mostExamples });
  return rows.map((row, place) => ({ place, question: String(row[asked] ?? ''), answer: String(row[answered] ?? '') }));
}
