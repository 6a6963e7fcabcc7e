import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Passage, ReadDocument } from '@jacquard/flow';
import type { ResolvedPassageSettings } from './default-passage-settings.ts';
import type { DetectLanguage } from './passage-language.ts';
import { splitDocument } from './split-document.ts';

const longestTurn = 5;

/** All passages of a document. Lets everything else of the process have its turn every few milliseconds. */
export async function splitPatiently(
  document: ReadDocument,
  settings: ResolvedPassageSettings,
  detect: DetectLanguage,
  signal?: AbortSignal,
): Promise<Passage[]> {
  const passages: Passage[] = [];
  let began = performance.now();
  for (const passage of splitDocument(document, settings, detect)) {
    passages.push(passage);
    if (performance.now() - began < longestTurn) continue;
    await nextTurn();
    signal?.throwIfAborted();
    began = performance.now();
  }
  return passages;
}
