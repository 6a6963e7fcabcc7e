import { compareDraws } from './local/draws.ts';
import { killHost } from './local/kills.ts';
import { watchMemory } from './local/memory.ts';
import { compareSamples } from './local/samples.ts';
import { generateJson } from './local/schemas.ts';
import { compareScoring } from './local/scoring.ts';
import { compareSeeds } from './local/seeds.ts';
import { measureSpeed } from './local/speed.ts';
import { callTools } from './local/tool-calls.ts';
import { compareVocabulary } from './local/vocabulary.ts';

/** Local models, part by part; without a name all of them. */
const parts: Readonly<Record<string, () => Promise<void>>> = {
  speed: measureSpeed,
  samples: compareSamples,
  seeds: compareSeeds,
  schemas: generateJson,
  tools: callTools,
  scoring: compareScoring,
  vocabulary: compareVocabulary,
  draws: compareDraws,
  kills: killHost,
  memory: watchMemory,
};

const wanted = process.argv.slice(2);
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`\n${name}\n`);
  await measure();
}
