import type { JsonValue } from './json.ts';

/**
 * Whether an output's values may flow into an input: as they are, converted (shown on the wire), or not, with the
 * code and params of the reason.
 */
export type Fit =
  | { readonly fit: 'same'; readonly reason?: undefined; readonly params?: undefined }
  | { readonly fit: 'converted'; readonly reason?: undefined; readonly params?: undefined }
  | { readonly fit: 'refused'; readonly reason: string; readonly params: Readonly<Record<string, JsonValue>> };

/** The kinds are the same, or one takes anything. */
export const same: Fit = { fit: 'same' };
/** The value is converted on the way. */
export const converted: Fit = { fit: 'converted' };
