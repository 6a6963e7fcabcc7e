import { fileURLToPath } from 'node:url';
import { createGuardedFetch } from '@jacquard/guarded-fetch';
import { catalog } from '../catalog/catalog.ts';
import { createLocalModels } from '../local-models.ts';

/** The starter model's id, and the folder that holds it. */
export interface StarterModel {
  readonly id: string;
  readonly folder: string;
}

/**
 * Sees to it that tests have the starter model, by the way that a user's machine takes, and returns the models folder to
 * hand to `createLocalModels`: `JACQUARD_TEST_MODELS`, or `.cache/models` of the checkout. Fetched once; several test
 * processes share one download.
 */
export async function ensureStarterModel(): Promise<StarterModel> {
  const shared = fileURLToPath(new URL('../../../../.cache/models', import.meta.url));
  const folder = process.env['JACQUARD_TEST_MODELS'] ?? shared;
  const id = catalog[0]?.id ?? '';
  const log = { info: () => undefined, warn: () => undefined };
  const fetch = createGuardedFetch({
    network: 'all',
    allowedHosts: [],
    exemptOrigins: () => models.downloadOrigins(),
    environment: process.env,
    revealSecret: () => undefined,
  });
  const models = createLocalModels({ folder, fetch, environment: process.env, log });
  try {
    await models.install(id);
  } finally {
    await models.close();
    await fetch.close();
  }
  return { id, folder };
}
