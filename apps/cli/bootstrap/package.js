import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildWeb } from './build-web.js';
import { install } from './install.js';
import { nodeParameters } from './node-options.js';
import { readJson } from './package/write-manifest.js';
import { pinnedNode, root } from './paths.js';
import { runProgram } from './run-program.js';
import { giveUp, say, secondsSince } from './say.js';

await install();
await buildWeb();
const start = performance.now();
const folder = join(root, 'apps', 'cli', 'dist');
const staging = join(folder, 'package');
const writer = join(root, 'apps', 'cli', 'bootstrap', 'package', 'write-package.js');
mkdirSync(folder, { recursive: true });
await mustSucceed(pinnedNode(), [...nodeParameters, writer, staging]);
await mustSucceed('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
  cwd: staging,
  shell: process.platform === 'win32',
  stdio: ['ignore', 'ignore', 'inherit'],
});
const { name, version } = readJson(join(staging, 'package.json'));
const tarball = join(folder, `${name}-${version}.tgz`);
const megabytes = (statSync(tarball).size / 1e6).toFixed(1);
say(
  `Package written in ${secondsSince(start)}: ${tarball} (${megabytes} MB). In any folder: npm install ${tarball} && npx jacquard start`,
  `Paquet écrit en ${secondsSince(start)} : ${tarball} (${megabytes} Mo). Dans n’importe quel dossier : npm install ${tarball} && npx jacquard start`,
);

async function mustSucceed(program, parameters, options) {
  if ((await runProgram(program, parameters, options)) === 0) return;
  giveUp(
    'The package could not be written; the reason is above.',
    'Le paquet n’a pas pu être écrit ; la raison est ci-dessus.',
  );
}
