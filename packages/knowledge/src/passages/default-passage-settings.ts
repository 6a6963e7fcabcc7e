import { defaultPassageSettings } from '@jacquard/flow';
import type { PassageSettings } from '@jacquard/node-kit';

/** Passage settings with nothing left open. Characters are UTF-16 code units. */
export type ResolvedPassageSettings = { readonly size: number; readonly overlap: number };

/** Settings within their bounds: size 200 to 4,000, overlap less than half of it. */
export function resolvePassageSettings({ size, overlap }: PassageSettings = {}): ResolvedPassageSettings {
  const whole = Math.min(4_000, Math.max(200, Math.round(size ?? defaultPassageSettings.size)));
  const shared = Math.max(0, Math.round(overlap ?? defaultPassageSettings.overlap));
  return { size: whole, overlap: Math.min(shared, Math.ceil(whole / 2) - 1) };
}
