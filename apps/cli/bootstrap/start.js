import { join } from 'node:path';
import { buildWeb } from './build-web.js';
import { install } from './install.js';
import { nodeEnvironment, nodeParameters } from './node-options.js';
import { pinnedNode, root } from './paths.js';
import { runProgram } from './run-program.js';

await install();
await buildWeb();
const main = join(root, 'apps', 'cli', 'src', 'main.ts');
process.exitCode = await runProgram(pinnedNode(), [...nodeParameters, main, 'start', ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? root,
  env: nodeEnvironment,
});
