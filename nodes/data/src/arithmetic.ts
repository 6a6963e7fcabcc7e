import { defineNode, number, text } from '@jacquard/node-kit';
import { calculate } from './calculate.ts';
import { arithmeticCode } from './code/arithmetic-code.ts';

/** Calculates with numbers. */
export const arithmetic = defineNode({
  type: 'data.arithmetic',
  version: 1,
  title: { en: 'Arithmetic', fr: 'Calcul' },
  summary: {
    en: 'Calculates: each {{name}} in the expression is an input.',
    fr: 'Calcule : chaque {{nom}} de l’expression devient une entrée.',
  },
  documentation: {
    en: 'Knows + − * / ^ %, parentheses, pi and e, and abs, ceil, cbrt, cos, exp, floor, log, log10, log2, max, min, mod, pow, round, sign, sin, sqrt, tan. Nothing in an expression is ever run as code. Use it for what models are bad at: sums, shares, thresholds. Hint: round({{share}} * 100, 1) gives a percentage with one decimal.',
    fr: 'Connaît + − * / ^ %, les parenthèses, pi et e, ainsi que abs, ceil, cbrt, cos, exp, floor, log, log10, log2, max, min, mod, pow, round, sign, sin, sqrt, tan. Rien d’une expression n’est jamais exécuté comme du code. À employer pour ce que les modèles font mal : sommes, parts, seuils. Astuce : round({{part}} * 100, 1) donne un pourcentage à une décimale.',
  },
  keywords: { en: 'math calculate formula sum', fr: 'maths calculer formule somme' },
  icon: 'calculator',
  inputs: {
    expression: text({
      label: { en: 'Expression', fr: 'Expression' },
      placeholder: { en: '{{price}} * {{count}}', fr: '{{prix}} * {{quantite}}' },
      field: 'expression',
      fieldOnly: true,
    }),
  },
  outputs: { result: number({ label: { en: 'Result', fr: 'Résultat' } }) },
  portsFrom: [{ rule: 'template-variables', input: 'expression', kind: { kind: 'number' } }],
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: arithmeticCode,
  example: {
    inputs: { expression: 'round({{price}} * {{count}} * 1.2, 2)', price: 4.25, count: 3 },
    outputs: { result: 15.3 },
  },
  run: async ({ inputs, extra }) => ({ result: await calculate(inputs.expression, extra) }),
});
