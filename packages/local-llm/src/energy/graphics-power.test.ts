import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { createGraphicsPower, type GraphicsPower } from './graphics-power.ts';

vi.setConfig({ testTimeout: 20_000 }); // processes start slowly where other tests run beside them

const opened: GraphicsPower[] = [];
afterEach(() => opened.splice(0).forEach((power) => power.close()));

/** A sampler that prints what the code says. */
function open(code: string, program = process.execPath): GraphicsPower {
  const power = createGraphicsPower({ program, parameters: ['-e', code] });
  opened.push(power);
  return power;
}

test('the watts of all cards come together', async () => {
  const power = open('console.log("61.20\\n38.80"); setTimeout(() => {}, 60_000)');
  while (power.read() === undefined) await wait(10);
  expect(power.read()).toBeCloseTo(100);
});

test('a card that tells nothing, and a machine without the program, give nothing', async () => {
  const silent = open('console.log("[N/A]")');
  const missing = open('', '/nowhere/nvidia-smi');
  expect([silent.read(), missing.read()]).toEqual([undefined, undefined]);
  await wait(100);
  expect([silent.read(), missing.read()]).toEqual([undefined, undefined]);
});
