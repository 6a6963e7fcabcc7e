import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Stands for npm: installs packages that hold nothing, or fails, as FAKE_NPM says; `config get` names FAKE_REGISTRY.
const [command, ...words] = process.argv.slice(2);
const order = process.env['FAKE_NPM'] ?? 'ok';

if (command === 'config') {
  process.stdout.write(`@node-llama-cpp:registry=undefined\nregistry=${process.env['FAKE_REGISTRY'] ?? ''}\n`);
} else if (order === 'hang') {
  setInterval(() => undefined, 1000);
} else if (order === 'ok' || order === 'other-version') {
  const folder = words[words.indexOf('--prefix') + 1] ?? '';
  if (!words.includes('--ignore-scripts')) throw new Error('a package could run scripts');
  for (const word of words.filter((one) => one.startsWith('@'))) {
    const [name = '', version = ''] = word.split(/(?<=.)@/);
    const place = join(folder, 'node_modules', name);
    mkdirSync(join(place, 'bins', 'engine'), { recursive: true });
    writeFileSync(join(place, 'package.json'), JSON.stringify({ version: order === 'ok' ? version : '0.0.1' }));
  }
} else {
  process.stderr.write(order);
  process.exitCode = 1;
}
