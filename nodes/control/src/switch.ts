import {
  choice,
  compareValues,
  compilePattern,
  defineSwitch,
  ignoreCapitals,
  list,
  portName,
  requireSearchable,
  text,
  variable,
  type JsonValue,
} from '@jacquard/node-kit';
import { branchInputs } from './branch-inputs.ts';
import { switchCode } from './code/branch-code.ts';

/** Sends a value the way of the first case that fits. */
export const switchNode = defineSwitch({
  type: 'control.switch',
  version: 1,
  title: { en: 'Switch', fr: 'Aiguillage' },
  summary: {
    en: 'Sends a value one of several ways, by what it is.',
    fr: 'Envoie une valeur sur une voie parmi plusieurs, selon ce qu’elle est.',
  },
  documentation: {
    en: 'Each case is an output. The value leaves unchanged by the first case that fits, or by “Otherwise”; what hangs on the other ways doesn’t run. The cases are compared with the value, or with whatever is wired to “Compare”, such as a label. Use it after “Classify”. Hint: “Merge” brings the ways together again.',
    fr: 'Chaque cas est une sortie. La valeur sort inchangée par le premier cas qui convient, ou par « Sinon » ; ce qui dépend des autres voies ne s’exécute pas. Les cas se comparent à la valeur, ou à ce qui est relié à « Comparer », par exemple une étiquette. À employer après « Classer ». Astuce : « Fusionner » réunit les voies.',
  },
  keywords: { en: 'route branch case condition', fr: 'route branche cas condition' },
  icon: 'waypoints',
  inputs: {
    ...branchInputs,
    cases: list(text({ label: { en: 'Case', fr: 'Cas' } }), {
      label: { en: 'Cases', fr: 'Cas' },
      help: { en: 'One a line, the first that fits wins.', fr: 'Un par ligne ; le premier qui convient l’emporte.' },
      field: 'lines',
      fieldOnly: true,
    }),
    by: choice(
      {
        equality: { en: 'equals the case', fr: 'est égal au cas' },
        contains: { en: 'contains the case', fr: 'contient le cas' },
        pattern: { en: 'matches the case, a regular expression', fr: 'répond au cas, une expression régulière' },
      },
      { label: { en: 'It fits if it', fr: 'Convient si la valeur' }, default: 'equality', fieldOnly: true },
    ),
    ignoreCase: ignoreCapitals(true),
  },
  outputs: { otherwise: variable('T', { label: { en: 'Otherwise', fr: 'Sinon' } }) },
  portsFrom: [{ rule: 'list-items', input: 'cases', side: 'outputs', kind: { kind: 'variable', name: 'T' } }],
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: switchCode,
  example: {
    inputs: { value: 'Where is my parcel?', compare: 'delivery', cases: ['billing', 'delivery'] },
    outputs: { delivery: 'Where is my parcel?' },
  },
  async run({ inputs: { value, compare = value, cases, by, ignoreCase } }) {
    for (const one of cases) {
      if (one !== '' && (await fits(compare, one, by, ignoreCase))) return { [portName(one)]: value };
    }
    return { otherwise: value };
  },
});

async function fits(
  value: JsonValue,
  one: string,
  by: 'equality' | 'contains' | 'pattern',
  ignoreCase: boolean,
): Promise<boolean> {
  if (by !== 'pattern') return compareValues(value, by === 'equality' ? 'equals' : 'contains', one, { ignoreCase });
  const pattern = await compilePattern(one, ignoreCase);
  const searched = typeof value === 'string' ? value : JSON.stringify(value);
  requireSearchable(searched);
  return pattern.test(searched);
}
