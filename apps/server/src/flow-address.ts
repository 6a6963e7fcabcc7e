import { Problem } from '@jacquard/flow';
import type { Runtime } from '@jacquard/runtime';

/** Reads `id`, `id@draft` of a path. What can't be an id is as absent as what doesn't exist. */
export function parseFlowAddress(text: string): { id: string; version: string | undefined } {
  const [, id, version] = /^([a-z0-9][a-z0-9-]{0,199})(?:@([a-z0-9-]+))?$/.exec(text) ?? [];
  if (id === undefined) throw new Problem('flow-not-found', { id: text.slice(0, 200) });
  return { id, version };
}

/**
 * The id of the flow that a caller of the API may run: `@draft` is what the canvas shows, no version is the published one. In a
 * project folder the files are what is published; elsewhere nothing is yet (`not-published`).
 */
export function runnableFlow(runtime: Runtime, text: string): string {
  const { id, version } = parseFlowAddress(text);
  if (version === 'draft' || (version === undefined && runtime.project !== undefined)) return id;
  throw new Problem(version === undefined ? 'not-published' : 'version-not-found', { id, version: version ?? '' });
}
