import { any, choice, compareValues, comparisons, defineSwitch, ignoreCapitals, variable } from '@jacquard/node-kit';
import { branchInputs } from './branch-inputs.ts';
import { ifCode } from './code/branch-code.ts';

/** Sends a value one way or the other. */
export const ifNode = defineSwitch({
  type: 'control.if',
  version: 1,
  title: { en: 'If', fr: 'Si' },
  summary: {
    en: 'Sends a value one way if a condition holds, the other way if not.',
    fr: 'Envoie une valeur d’un côté si une condition est vraie, de l’autre sinon.',
  },
  documentation: {
    en: 'The value leaves unchanged, by “Then” or by “Otherwise”; what hangs on the other way doesn’t run. The condition looks at the value itself, or at whatever is wired to “Compare”. Numbers are compared by size, texts without regard to capitals. Use a switch for more than two ways. Hint: “Merge” brings the ways together again.',
    fr: 'La valeur sort inchangée, par « Alors » ou par « Sinon » ; ce qui dépend de l’autre voie ne s’exécute pas. La condition regarde la valeur elle-même, ou ce qui est relié à « Comparer ». Les nombres se comparent par leur grandeur, les textes sans égard aux majuscules. Pour plus de deux voies, prenez un aiguillage. Astuce : « Fusionner » réunit les voies.',
  },
  keywords: { en: 'condition branch then else boolean', fr: 'condition branche alors sinon booléen' },
  icon: 'split',
  inputs: {
    ...branchInputs,
    comparison: choice(
      { 'is-true': { en: 'is true', fr: 'est vrai' }, ...comparisons },
      { label: { en: 'Condition', fr: 'Condition' }, default: 'is-true', fieldOnly: true },
    ),
    to: any({ label: { en: 'To', fr: 'À' }, optional: true }),
    ignoreCase: ignoreCapitals(true),
  },
  outputs: {
    yes: variable('T', { label: { en: 'Then', fr: 'Alors' } }),
    otherwise: variable('T', { label: { en: 'Otherwise', fr: 'Sinon' } }),
  },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: ifCode,
  example: {
    inputs: { value: 'A very long text', compare: 1200, comparison: 'greater', to: 1000 },
    outputs: { yes: 'A very long text' },
  },
  async run({ inputs: { value, compare = value, comparison, to, ignoreCase } }) {
    const holds =
      comparison === 'is-true'
        ? compareValues(compare, 'equals', true)
        : compareValues(compare, comparison, to, { ignoreCase });
    return holds ? { yes: value } : { otherwise: value };
  },
});
