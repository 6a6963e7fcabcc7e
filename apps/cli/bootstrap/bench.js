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
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
for (const name of wanted.length > 0 ? wanted : names) {
  const program = join(folder, `${name}.ts`);
  if (!existsSync(program)) {
    giveUp(
      `There is no benchmark "${name}". There are: ${names.join(', ')}.`,
      `Pas de mesure « ${name} ». Il y a : ${names.join(', ')}.`,
    );
  }
  const code = await runProgram(pinnedNode(), [...nodeParameters, '--expose-gc', program], { env: nodeEnvironment });
  if (code !== 0) process.exitCode = code;
}
