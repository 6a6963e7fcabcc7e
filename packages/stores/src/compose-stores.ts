import type { Content } from './content/content.ts';
import type { FlowStore, Space, Stores } from './interfaces.ts';
import { createKnowledgeFolders } from './knowledge/knowledge-folders.ts';
import type { KnowledgePlace } from './knowledge/knowledge-place.ts';
import type { SecretKey } from './secrets/secret-key.ts';
import { createAccessStore } from './sqlite/access-store.ts';
import { createAppendMessages } from './sqlite/append-messages.ts';
import { createCallKeyStore } from './sqlite/call-key-store.ts';
import type { Database } from './sqlite/database.ts';
import { createCountUsage } from './sqlite/count-usage.ts';
import { createFileStore } from './sqlite/file-store.ts';
import type { FlowTestStore } from './flow-tests/flow-test-store.ts';
import { createFlowTestRows } from './flow-tests/flow-test-rows.ts';
import { createFlowHoldings, type FlowHoldings } from './sqlite/flow-holdings.ts';
import { createFlowStore } from './sqlite/flow-store.ts';
import { createPreferenceStore } from './sqlite/preference-store.ts';
import { createPublicationStore } from './sqlite/publication-store.ts';
import { createRunStore } from './sqlite/run-store.ts';
import { createSecretStore } from './sqlite/secret-store.ts';
import { createSessionStore } from './sqlite/session-store.ts';
import { createValueStore } from './sqlite/value-store.ts';
import { createVersionStore } from './sqlite/version-store.ts';
import { createWebhookStore } from './sqlite/webhook-store.ts';

/** What stores stand on. `close` of the stores closes the database. */
export interface StoreParts {
  readonly database: Database;
  readonly content: Content;
  readonly secretKey: SecretKey;
  readonly placeOfKnowledge: (space: Space) => KnowledgePlace;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The project folder that a space's flows are files of; '' for flows of the database, as for all spaces unless told. */
  readonly folderOfFlows?: ((space: Space) => string) | undefined;
  /** Tests of flows that live elsewhere than in the database. */
  readonly wrapFlowTests?: ((tests: FlowTestStore) => FlowTestStore) | undefined;
  /** Flows that live elsewhere than in the database. */
  readonly wrapFlows?:
    | ((flows: FlowStore, holdings: FlowHoldings) => { readonly flows: FlowStore; readonly close: () => void })
    | undefined;
}

/** Puts the stores of one database together. */
export function composeStores(parts: StoreParts): Stores {
  const { database, content, secretKey, placeOfKnowledge, now, wrapFlows, folderOfFlows = () => '' } = parts;
  const { wrapFlowTests = (tests) => tests } = parts;
  const holdings = createFlowHoldings(database);
  const rows = createFlowStore(database, holdings, now);
  const { flows, close } = wrapFlows?.(rows, holdings) ?? { flows: rows, close: () => {} };
  const { knowledge, close: closeKnowledge } = createKnowledgeFolders(database, placeOfKnowledge);
  const countUsage = createCountUsage(database);
  return {
    flows,
    versions: createVersionStore(database, folderOfFlows, now),
    publications: createPublicationStore(database, folderOfFlows, now),
    flowTests: wrapFlowTests(createFlowTestRows(database)),
    runs: createRunStore(database, createAppendMessages(database), countUsage),
    callKeys: createCallKeyStore(database),
    webhooks: createWebhookStore(database),
    values: createValueStore(database, now),
    sessions: createSessionStore(database, now),
    files: createFileStore(database, content, now),
    knowledge,
    secrets: createSecretStore(database, secretKey, now),
    preferences: createPreferenceStore(database),
    access: createAccessStore(database, countUsage),
    async close() {
      close();
      closeKnowledge();
      await database.close();
    },
  };
}
