import {
  codeInputs,
  component,
  defineComponent,
  limitInputs,
  limitsOf,
  Problem,
  requireFinished,
  type JsonValue,
  type Scorer,
} from '@jacquard/node-kit';
import { readScore } from './graph/read-score.ts';

/** As every component's inputs, without wires. */
const language: typeof codeInputs.language = { port: { ...codeInputs.language.port, fieldOnly: true } };
const code: typeof codeInputs.code = { port: { ...codeInputs.code.port, fieldOnly: true } };

/** A scorer that is a program of a person's. */
export const codeScorer = defineComponent({
  type: 'reasoning.code-scorer',
  version: 1,
  title: { en: 'Score by code', fr: 'Évaluer par du code' },
  summary: {
    en: 'A scorer of your own: code that says what a text is worth.',
    fr: 'Un évaluateur à vous : du code qui dit ce que vaut un texte.',
  },
  documentation: {
    en: 'Wire it to “Score thoughts”, to “Tree of thoughts” as checking node, or to “Best of N”. The code finds `inputs.text` (what is scored) and `inputs.problem`; in a graph of thoughts also `inputs.sources` (the first thoughts that the text goes back to, else the problem alone) and `inputs.parents` (those that it was made from). What its last line gives is the score, the higher the better: a number, true or false, or an object with `value`, `solved` and `verdict`; a search may end at what is solved, and the verdict is shown and can stand in the prompt that refines. It runs in the sandbox: no network, no files, so much time and memory. An error of the code ends the run with its line, so let it expect any text: models write anything. It costs no call of a model. Hint: to count mistakes, give minus their number.',
    fr: 'À relier à « Évaluer des pensées », à « Arbre de pensées » comme nœud de vérification, ou à « Le meilleur de N ». Le code trouve `inputs.text` (ce qui est évalué) et `inputs.problem` ; dans un graphe de pensées aussi `inputs.sources` (les premières pensées auxquelles le texte remonte, sinon le problème seul) et `inputs.parents` (celles dont il est issu). Ce que donne sa dernière ligne est l’évaluation, d’autant meilleure qu’elle est haute : un nombre, vrai ou faux, ou un objet avec `value`, `solved` et `verdict` ; une recherche peut s’arrêter à ce qui est résolu, et le verdict s’affiche et peut figurer dans le prompt qui affine. Il tourne dans le bac à sable : pas de réseau, pas de fichiers, un temps et une mémoire limités. Une erreur du code met fin à l’exécution, avec sa ligne : qu’il s’attende donc à n’importe quel texte, car les modèles écrivent n’importe quoi. Cela ne coûte aucun appel à un modèle. Astuce : pour compter des fautes, donnez moins leur nombre.',
  },
  keywords: {
    en: 'python javascript program check scorer evaluator value sandbox',
    fr: 'python javascript programme vérifier évaluateur valeur bac à sable',
  },
  icon: 'square-function',
  inputs: {
    language,
    code,
    ...limitInputs,
  },
  outputs: { scorer: component('scorer') },
  reaches: 'nothing',
  example: { inputs: { language: 'javascript', code: 'inputs.text.includes(inputs.problem) ? 1 : 0' } },
  async create({ inputs, services }): Promise<Scorer> {
    if (inputs.code.trim() === '') throw new Problem('code-missing');
    const limits = limitsOf(inputs);
    return {
      identity: identityOf(inputs),
      name: inputs.language,
      async score(text, { problem, parents = [], sources = [problem], signal }) {
        const outcome = await services.sandbox.run(
          {
            language: inputs.language,
            code: inputs.code,
            inputs: { text, problem, parents: [...parents], sources: [...sources] },
            limits,
          },
          signal,
        );
        requireFinished(outcome, limits);
        return readScore(outcome.value);
      },
    };
  },
  identify: async ({ inputs }) => identityOf(inputs),
});

interface ScoringCode {
  readonly language: string;
  readonly code: string;
  readonly timeout: number;
  readonly memory: number;
}

/** All that its scores stand on; limits, too, since code may give up within them. */
function identityOf(given: ScoringCode): JsonValue {
  return { language: given.language, code: given.code, timeout: given.timeout, memory: given.memory };
}
