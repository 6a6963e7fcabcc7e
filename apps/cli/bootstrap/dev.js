import { join } from 'node:path';
import { install } from './install.js';
import { nodeEnvironment, nodeParameters } from './node-options.js';
import { pinnedNode, root, toolScript } from './paths.js';
import { runProgram } from './run-program.js';

await install();
const node = pinnedNode();
const main = join(root, 'apps', 'cli', 'src', 'main.ts');
const codes = await Promise.all([
  runProgram(node, [...nodeParameters, '--watch', main, 'start', '--no-open', ...process.argv.slice(2)], {
    env: nodeEnvironment,
  }),
  runProgram(node, [toolScript('vite', 'bin', 'vite.js'), 'apps/web'], { env: nodeEnvironment }),
]);
process.exitCode = Math.max(...codes);
