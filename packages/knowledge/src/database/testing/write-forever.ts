import { openKnowledgeIndexes } from '../open-knowledge-indexes.ts';
import { sampleEntry } from './sample-entry.ts';

/*
 * A program for tests: writes files of so many passages into an index, one after the other and over and over, until it is
 * killed. Each passage of a file tells the same round. `node write-forever.ts FILE FILES PASSAGES [ROUNDS]`
 */
const [file = '', files = '1', passages = '1', rounds = 'Infinity'] = process.argv.slice(2);
const indexes = openKnowledgeIndexes({ log: { info: () => undefined, warn: () => undefined } });
const index = indexes.open(file);
for (let round = 1; round <= Number(rounds); round += 1) {
  for (let at = 0; at < Number(files); at += 1) {
    const texts = Array.from({ length: Number(passages) }, (_, place) => ({
      text: `Round ${round} of passage ${place}, woven for a test.`,
      vector: [1, round, place],
    }));
    await index.replace(sampleEntry({ source: `${process.pid}-${at}.txt`, passages: texts }));
    if (round === 1 && at === 0) process.stdout.write('begun\n');
  }
}
await indexes.close();
