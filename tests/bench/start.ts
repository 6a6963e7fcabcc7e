import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSides } from './http/sides.ts';
import { startJacquard } from './process/start-jacquard.ts';

/** Start to the first `/healthz`, memory at rest, and memory after many runs. The first start fills the compile cache. */
const home = mkdtempSync(join(tmpdir(), 'jacquard-bench-'));
const times: number[] = [];
let idle = 0;
for (let round = 0; round < 4; round += 1) {
  const jacquard = await startJacquard({}, home);
  await new Promise((resume) => setTimeout(resume, 2_000));
  times.push(jacquard.startTime);
  idle = jacquard.memory();
  await jacquard.end();
}
rmSync(home, { recursive: true, force: true });
const [cold = Number.NaN, ...warm] = times;
process.stdout.write(
  `first start ${cold.toFixed(0)} ms; then ${warm.map((time) => time.toFixed(0)).join(', ')} ms (≤ 1000)\n`,
);
process.stdout.write(`memory at rest ${idle.toFixed(0)} MB (≤ 150)\n`);

const sides = await openSides();
const { jacquard: url } = await sides.urls('burst-4', 'invoke');
let runs = 0;
const memoryAfter = async (wanted: number): Promise<number> => {
  while (runs < wanted) runs += (await sides.load({ url, connections: 16, seconds: 0.2 })).requests;
  await new Promise((resume) => setTimeout(resume, 3_000));
  return sides.jacquard.memory();
};
const early = await memoryAfter(500);
const late = await memoryAfter(5_000);
await sides.end();
const growth = (100 * (late - early)) / early;
process.stdout.write(
  `memory after 500 runs ${early.toFixed(0)} MB, after ${runs} ${late.toFixed(0)} MB: ${growth.toFixed(1)} % (within 10)\n`,
);
