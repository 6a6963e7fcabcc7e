import { inFolder, openDurableLog, writeBare, type Durability } from './executor/durable.ts';
import { chainFlow, wideFlow } from './executor/flows.ts';
import { openExecutor, runFlow } from './executor/jacquard.ts';
import { measure, printRow } from './executor/measure.ts';
import { bareLoop, langGraphChain, langGraphWide } from './executor/others.ts';

/**
 * What the executor costs a step, in one run beside LangGraph and a bare loop (in memory), and beside a bare SQLite
 * transaction of the same rows (durable). Compiling is left out: a flow is compiled once. The quickest of some rounds
 * counts, so that what else the machine does doesn't.
 */
const sizes = [10, 100, 1_000, 10_000];
/** LangGraph takes too long for more, and would only look worse. */
const mostForLangGraph = 1_000;

const nowhere = {
  append: async (): Promise<void> => undefined,
  events: async () => [],
  park: async (): Promise<void> => undefined,
};

const inMicroseconds = (value: number | undefined): string =>
  value === undefined ? '' : value.toFixed(value < 10 ? 2 : 0);

async function measureMemory(
  name: string,
  flowOf: (size: number) => ReturnType<typeof chainFlow>,
  graphOf: (size: number) => () => Promise<void>,
): Promise<void> {
  const ours: number[] = [];
  const theirs: (number | undefined)[] = [];
  for (const size of sizes) {
    const flow = flowOf(size);
    const executor = openExecutor(nowhere);
    ours.push(await measure(() => runFlow(executor, flow, size), size));
    await executor.close();
    theirs.push(size > mostForLangGraph ? undefined : await measure(graphOf(size), size, 250, 2));
  }
  printRow(`Jacquard, ${name}`, ours.map(inMicroseconds));
  printRow(`LangGraph, ${name}`, theirs.map(inMicroseconds));
  printRow(
    '  LangGraph : Jacquard',
    theirs.map((value, at) => (value === undefined ? '' : `${(value / (ours[at] ?? 1)).toFixed(0)} : 1`)),
  );
  printRow(
    '  flat: each against 10 steps',
    ours.map((value) => (value / (ours[0] ?? 1)).toFixed(2)),
  );
}

/** What a flow costs the first time it runs, or after an edit: check and compile besides. */
async function measureFirst(): Promise<void> {
  const flow = chainFlow(1_000);
  const cost = await measure(() => runFlow(openExecutor(nowhere), flow, 1_000), 1_000);
  printRow('Jacquard, compiling each time', ['', '', inMicroseconds(cost), '']);
}

/** Rounds of ours and bare in turn, so that both meet the same machine. */
async function measureDurable(durability: Durability): Promise<void> {
  const length = durability === 'full' ? 300 : 2_000;
  const flow = chainFlow(length);
  const [ours, bare]: [number[], number[]] = [[], []];
  await inFolder(async (folder) => {
    const log = await openDurableLog(folder, durability);
    const executor = openExecutor(log);
    for (let round = 0; round < 10; round += 1) {
      const already = log.batches.length;
      const begun = performance.now();
      await runFlow(executor, flow, length);
      const took = performance.now() - begun;
      const alone = writeBare(folder, durability, log.batches.slice(already));
      if (round === 0) continue; // compiles, and warms both up
      ours.push(took);
      bare.push(alone);
    }
    await executor.close();
    await log.close();
  });
  const [mine = 0, alone = 1] = [Math.min(...ours), Math.min(...bare)].map((time) => (time * 1000) / length);
  printRow(`durable, ${durability}`, [inMicroseconds(mine), inMicroseconds(alone), `${(mine / alone).toFixed(2)} : 1`]);
}

process.stdout.write('Microseconds a step, in memory, with events and checks\n');
printRow('steps in one flow', sizes.map(String));
await measureMemory('chain', chainFlow, langGraphChain);
await measureMemory('wide', wideFlow, langGraphWide);
const loop: number[] = [];
for (const size of sizes) loop.push(await measure(() => bareLoop(size), size));
printRow('bare loop', loop.map(inMicroseconds));
await measureFirst();
process.stdout.write('\nMicroseconds a step, durable on SQLite, beside bare transactions of the same rows\n');
printRow('', ['Jacquard', 'bare', 'ratio']);
await measureDurable('normal');
await measureDurable('full');
