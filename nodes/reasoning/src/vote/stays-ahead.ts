/** How sure it has to be that the leader stays the leader. */
export const stoppingCriteria = {
  beta: { en: 'Beta (leader against second)', fr: 'Bêta (première contre deuxième)' },
  dirichlet: { en: 'Dirichlet (leader against all)', fr: 'Dirichlet (première contre toutes)' },
} as const;

export type StoppingCriterion = keyof typeof stoppingCriteria;

const intervals = 600;

/**
 * How likely the answer that leads would win if samples were drawn without end, from 0 to 1, given how often each answer came
 * (Aggarwal et al. 2023, Adaptive-Consistency; nothing is held of any answer before it came). `beta` looks at the first two,
 * `dirichlet` at all of them. 0 without any.
 */
export function staysAhead(counts: readonly number[], criterion: StoppingCriterion): number {
  const sorted = counts.toSorted((one, other) => other - one);
  const [first, second = 0] = sorted;
  if (first === undefined) return 0;
  return criterion === 'beta' || sorted.length < 3 ? beta(first, second) : dirichlet(first, sorted.slice(1));
}

/** P(p > 1/2) for p ~ Beta(first + 1, second + 1): with whole counts, a sum of binomial shares. */
function beta(first: number, second: number): number {
  const trials = first + second + 1;
  let share = 2 ** -trials;
  let sum = 0;
  for (let heads = 0; heads <= first; heads++) {
    sum += share;
    share *= (trials - heads) / (heads + 1);
  }
  return Math.min(1, sum);
}

/**
 * P(p₁ is the largest) for p ~ Dirichlet(counts + 1): with independent gamma variables in the place of the shares, the integral of
 * the first one's density times the others' distribution functions, by Simpson's rule.
 */
function dirichlet(first: number, others: readonly number[]): number {
  const shape = first + 1;
  const end = shape + 12 * Math.sqrt(shape) + 12;
  const width = end / intervals;
  let sum = 0;
  for (let place = 0; place <= intervals; place++) {
    const at = place * width;
    const weight = place === 0 || place === intervals ? 1 : place % 2 === 0 ? 2 : 4;
    let height = gammaDensity(at, shape);
    for (const other of others) height *= gammaShare(at, other + 1);
    sum += weight * height;
  }
  return Math.min(1, Math.max(0, (sum * width) / 3));
}

function gammaDensity(at: number, shape: number): number {
  if (at === 0) return shape === 1 ? 1 : 0;
  let logarithm = -at + (shape - 1) * Math.log(at);
  for (let factor = 2; factor < shape; factor++) logarithm -= Math.log(factor);
  return Math.exp(logarithm);
}

/** P(gamma variable of that whole shape ≤ at). */
function gammaShare(at: number, shape: number): number {
  let term = Math.exp(-at);
  let above = term;
  for (let power = 1; power < shape; power++) {
    term *= at / power;
    above += term;
  }
  return 1 - above;
}
