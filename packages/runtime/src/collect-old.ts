import type { Space, Stores } from '@jacquard/stores';

const day = 86_400_000;
/** Runs are kept 30 days, or until all of them are over 2 GB; pinned ones longer. Uploads that no run took, a day. */
const limits = { days: 30, maxBytes: 2_000_000_000 };

/** Deletes old runs and the files that nothing holds any more. */
export async function collectOld(stores: Stores, space: Space, now = Date.now()): Promise<void> {
  await stores.runs.collect(space, { before: now - limits.days * day, maxBytes: limits.maxBytes });
  await stores.callKeys.collect(space, now);
  await stores.files.collect(space, { uploadsBefore: now - day });
}
