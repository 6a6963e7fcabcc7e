import { join, resolve } from 'node:path';
import { findBrowser } from './browser.js';
import { buildWeb } from './build-web.js';
import { install } from './install.js';
import { nodeEnvironment, nodeParameters } from './node-options.js';
import { pinnedNode, root } from './paths.js';
import { runProgram } from './run-program.js';
import { say } from './say.js';

await install();
const browser = await findBrowser();
await buildWeb();
const [place = '.screenshots', ...states] = process.argv.slice(2);
const folder = resolve(process.env.INIT_CWD ?? root, place);
say(`Taking pictures of every page into ${folder} …`, `Prise d’images de chaque page dans ${folder}…`);
const program = join(root, 'tests', 'e2e', 'take-screenshots.ts');
process.exitCode = await runProgram(pinnedNode(), [...nodeParameters, program, folder, ...states], {
  env: { ...nodeEnvironment, CHROMIUM_PATH: browser },
});
