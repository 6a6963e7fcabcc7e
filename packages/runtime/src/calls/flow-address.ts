import { Problem } from '@jacquard/flow';

/** A flow as callers name it: the published version, `@draft`, `@3` or `@label`. */
export interface FlowAddress {
  readonly id: string;
  /** `draft`, a label, or a published version's number. */
  readonly version: string | number | undefined;
}

/** What a version is called: a number where it is written as one, else a label or `draft`. */
export function versionNameOf(text: string): string | number {
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}

/** Reads `id`, `id@draft`, `id@3`, `id@production`. What can't be an id is as absent as what doesn't exist. */
export function parseFlowAddress(text: string): FlowAddress {
  const [, id, version] = /^([a-z0-9][a-z0-9-]{0,199})(?:@([a-z0-9-]{1,60}))?$/.exec(text) ?? [];
  if (id === undefined) throw new Problem('flow-not-found', { id: text.slice(0, 200) });
  return { id, version: version === undefined ? undefined : versionNameOf(version) };
}
