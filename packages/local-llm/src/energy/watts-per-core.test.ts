import { expect, test } from 'vitest';
import { wattsPerCore } from './watts-per-core.ts';

test.for([
  ['6.5', 6.5],
  [undefined, 12],
  ['', 12],
  ['-3', 12],
  ['many', 12],
] as const)('the operator’s figure %s is taken as %d watts a core', ([text, watts]) => {
  expect(wattsPerCore({ JACQUARD_WATTS_PER_CORE: text })).toBe(watts);
});
