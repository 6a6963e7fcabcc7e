import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Token } from 'node-llama-cpp';
import { beforeEach, expect, test } from 'vitest';
import { advance, createSlot, type EngineSequence, type Lane, type Slot } from '../sequences/slot.ts';
import { prepareSlot, type PrefixSources } from './prepare-slot.ts';
import { createStateFiles, type StateFiles } from './state-files.ts';

const never = new AbortController().signal;
const promptOf = (count: number, end: readonly number[] = []): Token[] =>
  [...Array.from({ length: count }, (_token, index) => index), ...end] as Token[]; // boundary: made tokens

/** A sequence that holds its tokens as a list, and writes them to files as text. */
function fakeSequence(held: number[] = []): EngineSequence & { readonly held: number[] } {
  const sequence = {
    held,
    get nextTokenIndex() {
      return held.length;
    },
    clearHistory: async () => void held.splice(0),
    eraseContextTokenRanges: async ([range]: { start: number; end: number }[]) =>
      void held.splice(range?.start ?? 0, (range?.end ?? 0) - (range?.start ?? 0)),
    saveStateToFile: (path: string) => writeFile(path, JSON.stringify(held)),
    loadStateFromFile: async (path: string) =>
      void held.push(...(JSON.parse(await readFile(path, 'utf8')) as number[])), // boundary: written above
  };
  return sequence as unknown as EngineSequence & { readonly held: number[] }; // boundary: what is called of a sequence
}

let files: StateFiles;
let slots: Slot[];
beforeEach(async () => {
  files = createStateFiles(await mkdtemp(join(tmpdir(), 'jacquard-prefix-')), 10_000, 10);
  const lane: Lane = { contextTokens: 100, threads: 1, width: 3, slots: [], close: async () => undefined };
  slots = Array.from({ length: 3 }, () => createSlot(lane, fakeSequence()));
  Object.assign(lane, { slots });
});

const sources = (): PrefixSources => ({ slots: () => slots, files, key: 'k', blockTokens: 10, canCut: true });
const slotAt = (index: number): Slot => slots[index] as Slot; // boundary: three were made
const heldBy = (slot: Slot): number[] => (slot.sequence as ReturnType<typeof fakeSequence>).held;

/** As if the slot had read a prompt and written something behind it. */
function hold(slot: Slot, prompt: Token[], written = 5): void {
  Object.assign(slot, { prompt, read: prompt.length });
  heldBy(slot).splice(0, Infinity, ...prompt, ...Array.from({ length: written }, () => -1));
}

test('what the slot holds itself stays, by whole blocks; the answer behind it is cut off', async () => {
  hold(slotAt(0), promptOf(25));
  await prepareSlot(slotAt(0), promptOf(22, [-9]), sources(), never);
  expect([slotAt(0).read, heldBy(slotAt(0))]).toEqual([20, promptOf(20)]);
});

test('the same prompt is there whole', async () => {
  hold(slotAt(0), promptOf(25));
  await prepareSlot(slotAt(0), promptOf(25), sources(), never);
  expect([slotAt(0).read, heldBy(slotAt(0))]).toEqual([25, promptOf(25)]);
});

test('another slot that holds more gives a copy, and keeps its own', async () => {
  hold(slotAt(0), promptOf(35));
  slotAt(0).isBusy = true;
  hold(slotAt(1), promptOf(10));
  await prepareSlot(slotAt(1), promptOf(32), sources(), never);
  expect([slotAt(1).read, heldBy(slotAt(1))]).toEqual([30, promptOf(30)]);
  expect(heldBy(slotAt(0))).toHaveLength(40);
});

test('of several that begin alike at once, one reads and the others wait for it', async () => {
  for (const slot of slots) slot.isBusy = true;
  await prepareSlot(slotAt(0), promptOf(40), sources(), never);
  const others = [1, 2].map((index) => prepareSlot(slotAt(index), promptOf(40), sources(), never));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([slotAt(0).read, slotAt(1).read]).toEqual([0, 0]);
  heldBy(slotAt(0)).push(...slotAt(0).prompt, -1);
  advance(slotAt(0), 40);
  await Promise.all(others);
  expect([slotAt(1).read, slotAt(2).read, heldBy(slotAt(2))]).toEqual([40, 40, promptOf(40)]);
});

test('when the one that reads gives up, another one reads', async () => {
  for (const slot of slots) slot.isBusy = true;
  await prepareSlot(slotAt(0), promptOf(40), sources(), never);
  const waiting = prepareSlot(slotAt(1), promptOf(40), sources(), never);
  slotAt(0).isBusy = false;
  advance(slotAt(0), 0);
  await waiting;
  expect(slotAt(1).read).toBe(0);
});

test('a state that was of use is kept on disk before it is written over', async () => {
  hold(slotAt(0), promptOf(30));
  slotAt(0).useful = 30;
  await prepareSlot(slotAt(0), promptOf(0, [7, 7, 7]), sources(), never);
  await prepareSlot(slotAt(1), promptOf(30, [-3]), { ...sources(), slots: () => [] }, never);
  expect([slotAt(1).read, heldBy(slotAt(1))]).toEqual([30, promptOf(30)]);
});

test('a state of which nothing was of use is not kept', async () => {
  hold(slotAt(0), promptOf(30));
  await prepareSlot(slotAt(0), promptOf(0, [7, 7, 7]), sources(), never);
  expect(await files.find('k 3', promptOf(30))).toBeUndefined();
});

test('a state that does not load is none', async () => {
  await files.save('k 3', promptOf(30), (path) => writeFile(path, 'broken'));
  hold(slotAt(0), promptOf(0));
  await prepareSlot(slotAt(0), promptOf(30), sources(), never);
  expect([slotAt(0).read, heldBy(slotAt(0))]).toEqual([0, []]);
  expect(await files.find('k 3', promptOf(30))).toBeUndefined();
});

test('where nothing can be cut off, nothing is shared', async () => {
  hold(slotAt(0), promptOf(40));
  await prepareSlot(slotAt(1), promptOf(40), { ...sources(), canCut: false }, never);
  await prepareSlot(slotAt(0), promptOf(40), { ...sources(), canCut: false }, never);
  expect([slotAt(0).read, slotAt(1).read, heldBy(slotAt(0))]).toEqual([0, 0, []]);
});
