import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, isCurrent, remember } from './fingerprint.js';
import { pinnedNode, root, toolScript } from './paths.js';
import { runProgram } from './run-program.js';
import { giveUp, say, secondsSince } from './say.js';

const sources = [
  'apps/web',
  'packages/flow/src',
  'packages/protocol/src',
  'packages/messages/src',
  'packages/canvas/src',
];
const built = join(root, 'apps', 'web', 'dist');
const stamp = join(built, '.fingerprint');

/** Builds the web app, unless it is built from these very sources. */
export async function buildWeb() {
  const print = fingerprint([join(root, 'package-lock.json'), ...sources.map((source) => join(root, source))]);
  if (isCurrent(stamp, print) && existsSync(join(built, 'index.html'))) return;
  const start = performance.now();
  say('Building the canvas …', 'Construction du canevas…');
  const vite = toolScript('vite', 'bin', 'vite.js');
  const code = await runProgram(pinnedNode(), [vite, 'build', 'apps/web', '--logLevel', 'warn']);
  if (code !== 0) {
    giveUp(
      'The canvas could not be built; the reason is above.',
      'Le canevas n’a pas pu être construit ; la raison est ci-dessus.',
    );
  }
  remember(stamp, print);
  say(`Canvas built in ${secondsSince(start)}.`, `Canevas construit en ${secondsSince(start)}.`);
}
