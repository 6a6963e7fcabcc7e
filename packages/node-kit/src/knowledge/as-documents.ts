import type { DocumentValue, JsonValue } from '@jacquard/flow';
import { asJson } from './as-json.ts';

/**
 * Documents or passages as values of a flow: their metadata as JSON holds it, without the keys that stand for nothing.
 */
export function asDocuments(
  given: readonly { readonly pageContent: string; readonly metadata: object; readonly id?: string | undefined }[],
): DocumentValue[] {
  return given.map(({ pageContent, metadata, id }) => ({
    pageContent,
    metadata: asJson(metadata) as Record<string, JsonValue>, // boundary: JSON of an object is an object
    ...(id !== undefined && { id }),
  }));
}
