import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './install.js';
import { nodeEnvironment, nodeParameters } from './node-options.js';
import { pinnedNode, root } from './paths.js';
import { runProgram } from './run-program.js';
import { giveUp } from './say.js';

await install();
const folder = join(root, 'tests', 'bench');
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => entry.name.slice(0, -3));
const words = process.argv.slice(2).filter((word) => !word.startsWith('-'));
/** The benchmarks that are asked for; what follows a name and is none itself is for it: a part of it, a path that it reads. */
const wanted = [];
for (const word of words) {
  if (names.includes(word)) wanted.push({ name: word, given: [] });
  else if (wanted.length > 0) wanted.at(-1).given.push(word);
  else if (/[/\\]/.test(word)) wanted.push(...names.map((name) => ({ name, given: [word] })));
  else {
    giveUp(
      `There is no benchmark "${word}". There are: ${names.join(', ')}.`,
      `Pas de mesure « ${word} ». Il y a : ${names.join(', ')}.`,
    );
  }
}
const runs = wanted.length > 0 ? wanted : names.map((name) => ({ name, given: [] }));
for (const { name, given } of runs) {
  const program = join(folder, `${name}.ts`);
  const code = await runProgram(pinnedNode(), [...nodeParameters, '--expose-gc', program, ...given], {
    env: nodeEnvironment,
  });
  if (code !== 0) process.exitCode = code;
}
