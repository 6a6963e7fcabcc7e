import { existsSync, readdirSync } from 'node:fs';
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
// A word with a slash is no name, but a path that the benchmark is to read.
const wanted = words.filter((word) => !/[/\\]/.test(word));
const paths = words.filter((word) => /[/\\]/.test(word));
for (const name of wanted.length > 0 ? wanted : names) {
  const program = join(folder, `${name}.ts`);
  if (!existsSync(program)) {
    giveUp(
      `There is no benchmark "${name}". There are: ${names.join(', ')}.`,
      `Pas de mesure « ${name} ». Il y a : ${names.join(', ')}.`,
    );
  }
  const code = await runProgram(pinnedNode(), [...nodeParameters, '--expose-gc', program, ...paths], {
    env: nodeEnvironment,
  });
  if (code !== 0) process.exitCode = code;
}
