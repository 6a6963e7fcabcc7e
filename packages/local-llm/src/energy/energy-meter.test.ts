import { expect, test } from 'vitest';
import { createEnergyMeter, type EnergyMeter, type MachineReading } from './energy-meter.ts';

/** A machine whose clocks and counters the test moves on. */
function machine(told: { counter?: boolean; graphics?: number | undefined } = {}) {
  const state = { now: 0, own: 0, joules: 0, busy: 0, isReadable: true };
  const counter = (): MachineReading | undefined =>
    state.isReadable ? { joules: state.joules, busySeconds: state.busy } : undefined;
  const meter: EnergyMeter = createEnergyMeter({
    readOwnSeconds: () => state.own,
    readCounter: told.counter === true ? counter : undefined,
    readGraphics: 'graphics' in told ? () => told.graphics : undefined,
    watts: 12,
    now: () => state.now,
  });
  /** So many seconds pass, of which this process and others work; a busy core takes `watts`. */
  const pass = (seconds: number, own: number, others = 0, watts = 0): void => {
    state.now += seconds * 1000;
    state.own += own;
    state.busy += own + others;
    state.joules += (own + others) * watts;
  };
  return { meter, pass, state };
}

const joules = (wattHours: number): number => wattHours * 3600;

test('without counters a turn is charged by its processor time and the stated wattage, and that is an estimate', () => {
  const { meter, pass } = machine();
  pass(1, 2);
  expect(joules(meter.turn({ milliseconds: 1000, threads: 2 }))).toBeCloseTo(24);
  expect(meter.isEstimated).toBe(true);
});

test('turns side by side never come to more than the process used', () => {
  const { meter, pass } = machine();
  pass(2, 2); // two threads shared one core
  const shares = [1, 2, 3].map(() => joules(meter.turn({ milliseconds: 2000, threads: 1 })));
  expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(24);
});

test('a turn isn’t charged for what the process did before it, nor for time in which others had the cores', () => {
  const { meter, pass } = machine();
  pass(5, 5); // a model is loaded
  meter.turn({ milliseconds: 0, threads: 1 });
  pass(1, 0.5);
  expect(joules(meter.turn({ milliseconds: 1000, threads: 1 }))).toBeCloseTo(6);
});

test('where the machine counts, a turn has its part of the energy, and other programs have theirs', () => {
  const { meter, pass } = machine({ counter: true });
  pass(1, 1, 3, 5); // 20 joules for four busy cores, one of them this process's
  expect(joules(meter.turn({ milliseconds: 1000, threads: 1 }))).toBeCloseTo(5);
  expect(meter.isEstimated).toBe(false);
});

test('short turns are charged at what was measured last', () => {
  const { meter, pass } = machine({ counter: true });
  pass(1, 1, 0, 8);
  meter.turn({ milliseconds: 1000, threads: 1 });
  pass(0.02, 0.02, 0, 8);
  expect(joules(meter.turn({ milliseconds: 20, threads: 1 }))).toBeCloseTo(0.16);
});

test('what the machine took while it idled is charged to nobody', () => {
  const { meter, pass, state } = machine({ counter: true });
  pass(1, 1, 0, 8);
  meter.turn({ milliseconds: 1000, threads: 1 });
  state.joules += 6000; // ten minutes of an idle machine
  pass(600, 0.5, 0, 8);
  expect(joules(meter.turn({ milliseconds: 500, threads: 1 }))).toBeCloseTo(4);
});

test('counters that can no longer be read give way to the estimate', () => {
  const { meter, pass, state } = machine({ counter: true });
  pass(1, 1, 0, 8);
  meter.turn({ milliseconds: 1000, threads: 1 });
  state.isReadable = false;
  pass(1, 1);
  expect(joules(meter.turn({ milliseconds: 1000, threads: 1 }))).toBeCloseTo(12);
  expect(meter.isEstimated).toBe(true);
});

test('the graphics processor comes on top, by the time of the turn', () => {
  const { meter, pass } = machine({ counter: true, graphics: 100 });
  pass(1, 0.5, 0, 6);
  expect(joules(meter.turn({ milliseconds: 1000, threads: 1 }))).toBeCloseTo(103);
  expect(meter.isEstimated).toBe(false);
});

test('a graphics processor that tells nothing makes it an estimate, of the processor alone', () => {
  const { meter, pass } = machine({ counter: true, graphics: undefined });
  pass(1, 1, 0, 6);
  expect(joules(meter.turn({ milliseconds: 1000, threads: 1 }))).toBeCloseTo(6);
  expect(meter.isEstimated).toBe(true);
});
