import { join } from 'node:path';
import { fingerprint, isCurrent, remember } from './fingerprint.js';
import { pinnedNode, root } from './paths.js';
import { runProgram } from './run-program.js';
import { giveUp, say, secondsSince } from './say.js';

const stamp = join(root, 'node_modules', '.jacquard-installed');

/** Installs the packages that package-lock.json names, unless they are there already. */
export async function install() {
  requireNode20();
  const print = fingerprint([join(root, 'package-lock.json')]);
  if (isCurrent(stamp, print) && pinnedNode()) return;
  const start = performance.now();
  say('Installing packages (about a minute, once) …', 'Installation des paquets (une minute environ, une seule fois)…');
  // Not "npm ci": it refuses a lock file whose optional platform packages a partial mirror lacks. Nothing is saved.
  // On Windows npm is a command file, which only a shell starts.
  const code = await runProgram('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: process.platform === 'win32',
    env: { ...process.env, NODE_LLAMA_CPP_SKIP_DOWNLOAD: 'true' },
  });
  if (code === 127) giveUp(...noNpm);
  if (code !== 0) giveUp(...installFailed);
  if (!pinnedNode()) giveUp(...noPinnedNode);
  remember(stamp, print);
  say(`Packages installed in ${secondsSince(start)}.`, `Paquets installés en ${secondsSince(start)}.`);
}

function requireNode20() {
  if (Number(process.versions.node.split('.')[0]) >= 20) return;
  giveUp(
    `Jacquard starts with Node 20 or newer; this is ${process.version}. Install a newer Node and try again.`,
    `Jacquard démarre avec Node 20 ou plus récent ; ceci est ${process.version}. Installez un Node plus récent, puis réessayez.`,
  );
}

const noNpm = [
  'npm was not found. It comes with Node: install Node 20 or newer and try again.',
  'npm est introuvable. Il accompagne Node : installez Node 20 ou plus récent, puis réessayez.',
];
const installFailed = [
  'npm could not install the packages; its own words are above. Most often the registry is out of reach: behind a proxy set HTTPS_PROXY, with a mirror set "npm config set registry". Then try again; what was fetched is kept.',
  'npm n’a pas pu installer les paquets ; ses explications sont ci-dessus. Le plus souvent, le registre est hors d’atteinte : derrière un proxy, définissez HTTPS_PROXY ; avec un miroir, « npm config set registry ». Puis réessayez ; ce qui a été reçu est conservé.',
];
const noPinnedNode = [
  'The pinned Node was not installed: its install script did not run. Check that "npm config get ignore-scripts" is false and try again.',
  'Le Node épinglé n’a pas été installé : son script d’installation n’a pas été exécuté. Vérifiez que « npm config get ignore-scripts » vaut false, puis réessayez.',
];
