import { expect, test } from 'vitest';
import { sumUsage } from './usage-text.ts';

test('usage of several runs comes together, and energy of which a part is estimated is an estimate', () => {
  const measured = { outputTokens: 2, energy: 0.5 };
  const estimated = { outputTokens: 3, energy: 0.25, energyEstimated: true };
  expect(sumUsage([measured, undefined, measured])).toEqual({ outputTokens: 4, energy: 1 });
  expect(sumUsage([measured, estimated])).toEqual({ outputTokens: 5, energy: 0.75, energyEstimated: true });
});
