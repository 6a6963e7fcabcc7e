import { checks } from './checks.js';
import { install } from './install.js';
import { pinnedNode } from './paths.js';
import { runProgram } from './run-program.js';
import { say, secondsSince } from './say.js';

await install();
for (const [name, parameters] of checks) {
  const start = performance.now();
  const code = await runProgram(pinnedNode(), parameters);
  if (code !== 0) process.exitCode = 1;
  say(
    `${code === 0 ? 'passed' : 'FAILED'}: ${name} (${secondsSince(start)})`,
    `${code === 0 ? 'réussi' : 'ÉCHEC'} : ${name} (${secondsSince(start)})`,
  );
}
