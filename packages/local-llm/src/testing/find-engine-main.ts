import { resolveEngines } from '../engine/resolve-engines.ts';

// Says which package an engine's name leads to, once engines are looked for in the folder given.
const [folder = '', name = ''] = process.argv.slice(2);
resolveEngines(folder);
process.send?.(
  await import(name).then(
    ({ place }: { place?: string }) => place ?? 'another',
    () => 'none',
  ),
);
process.disconnect();
