import { existsSync } from 'node:fs';
import { runProgram } from './run-program.js';
import { giveUp, say } from './say.js';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium for the browser tests; installs Debian's where we are root and there is none. */
export async function findBrowser() {
  const found = places.find((place) => place && existsSync(place));
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Installing Chromium for the browser tests …', 'Installation de Chromium pour les tests dans le navigateur…');
    const quiet = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    await runProgram('apt-get', ['update', '-q'], quiet);
    await runProgram('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], quiet);
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  }
  return giveUp(
    'The browser tests need Chromium or Chrome. Install one (Debian: apt-get install chromium), or set CHROMIUM_PATH to it.',
    'Les tests dans le navigateur demandent Chromium ou Chrome. Installez-en un (Debian : apt-get install chromium) ou indiquez son chemin dans CHROMIUM_PATH.',
  );
}
