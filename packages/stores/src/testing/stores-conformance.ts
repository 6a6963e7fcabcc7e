import { describe, expect, test } from 'vitest';
import type { Stores } from '../interfaces.ts';
import { callBehaviours } from './conformance/call-behaviours.ts';
import { accessBehaviours } from './conformance/access-behaviours.ts';
import { collectionBehaviours } from './conformance/collection-behaviours.ts';
import { fileBehaviours } from './conformance/file-behaviours.ts';
import { flowBehaviours } from './conformance/flow-behaviours.ts';
import { flowTestBehaviours } from './conformance/flow-test-behaviours.ts';
import { keyBehaviours } from './conformance/key-behaviours.ts';
import { knowledgeBehaviours } from './conformance/knowledge-behaviours.ts';
import { leaseBehaviours } from './conformance/lease-behaviours.ts';
import { publicationBehaviours } from './conformance/publication-behaviours.ts';
import { runBehaviours } from './conformance/run-behaviours.ts';
import { secretBehaviours } from './conformance/secret-behaviours.ts';
import { sessionBehaviours } from './conformance/session-behaviours.ts';
import { spaceBehaviours } from './conformance/space-behaviours.ts';
import { valueBehaviours } from './conformance/value-behaviours.ts';
import { versionBehaviours } from './conformance/version-behaviours.ts';

const behaviours = Object.entries({
  ...flowBehaviours,
  ...versionBehaviours,
  ...publicationBehaviours,
  ...flowTestBehaviours,
  ...runBehaviours,
  ...leaseBehaviours,
  ...collectionBehaviours,
  ...callBehaviours,
  ...valueBehaviours,
  ...sessionBehaviours,
  ...fileBehaviours,
  ...knowledgeBehaviours,
  ...secretBehaviours,
  ...accessBehaviours,
  ...keyBehaviours,
  ...spaceBehaviours,
});

/** The one suite that every implementation of `Stores` passes. `open` gives empty stores each time; the suite closes them. */
export function storesConformance(name: string, open: () => Promise<Stores>): void {
  describe.each([name])('%s', () => {
    test.for(behaviours)('%s', async ([, check]) => {
      expect.hasAssertions();
      const stores = await open();
      try {
        await check(stores);
      } finally {
        await stores.close();
      }
    });
  });
}
