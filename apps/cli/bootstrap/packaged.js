#!/usr/bin/env node
import { homedir } from 'node:os';
import { join } from 'node:path';
import { nodeEnvironment, nodeParameters } from './node-options.js';
import { pinnedNode, root } from './paths.js';
import { runProgram } from './run-program.js';
import { giveUp } from './say.js';

const node = pinnedNode();
if (!node) {
  giveUp(
    `Jacquard runs on Node 24, which npm has no package of for this system; this is ${process.version}. Install Node 24 or newer and try again.`,
    `Jacquard s’exécute avec Node 24, dont npm n’a pas de paquet pour ce système ; ceci est ${process.version}. Installez Node 24 ou plus récent, puis réessayez.`,
  );
}
const home = process.env.JACQUARD_HOME || join(homedir(), '.jacquard');
const main = join(root, 'apps', 'cli', 'src', 'main.js');
process.exitCode = await runProgram(node, [...nodeParameters, main, ...process.argv.slice(2)], {
  cwd: process.cwd(),
  // What is installed may belong to somebody else.
  env: { ...nodeEnvironment, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(home, 'compiled') },
});
