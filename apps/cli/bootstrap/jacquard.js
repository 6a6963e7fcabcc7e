#!/usr/bin/env node
import { join } from 'node:path';
import { buildWeb } from './build-web.js';
import { nodeEnvironment, nodeParameters } from './node-options.js';
import { pinnedNode, root } from './paths.js';
import { runProgram } from './run-program.js';
import { giveUp } from './say.js';

const node = pinnedNode();
if (!node) giveUp('Run "npm install" in the checkout first.', 'Lancez d’abord « npm install » dans le dépôt.');
if (process.argv[2] === 'start') await buildWeb();
process.exitCode = await runProgram(
  node,
  [...nodeParameters, join(root, 'apps/cli/src/main.ts'), ...process.argv.slice(2)],
  {
    cwd: process.cwd(),
    env: nodeEnvironment,
  },
);
