import { isOfOutput, type Assertion, type AssertionKind } from '@jacquard/flow';

const beginnings: Readonly<Record<AssertionKind, Omit<Assertion, 'output'>>> = {
  equals: { equals: '' },
  contains: { contains: '' },
  matches: { matches: '.' },
  schema: { schema: { type: 'object' } },
  near: { near: 0 },
  similar: { similar: '' },
  judged: { judged: '' },
  absent: { absent: true },
  fails: { fails: 'run-failed' },
  tokens: { tokens: 1000 },
  latency: { latency: 5000 },
  cost: { cost: 0.01 },
};

/** An assertion of a kind, to be filled in. */
export function newAssertion(kind: AssertionKind, output: string): Assertion {
  return isOfOutput(kind) ? { output, ...beginnings[kind] } : beginnings[kind];
}
