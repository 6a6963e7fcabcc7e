import { isJsonList, isJsonObject, type JsonValue } from '@jacquard/flow';
import type { Translate } from '../../i18n/i18n.ts';

/** How much a value is, in a few words: characters, items, rows. Undefined for what is too small to count. */
export function sizeWords(value: JsonValue, t: Translate): string | undefined {
  if (typeof value === 'string') return t('build.size-characters', { count: value.length });
  if (isJsonList(value)) return t('build.size-items', { count: value.length });
  if (!isJsonObject(value)) return undefined;
  const rows = value['rows'];
  if (Array.isArray(value['columns']) && Array.isArray(rows)) return t('build.size-rows', { count: rows.length });
  const size = value['size'];
  if (typeof value['ref'] === 'string' && typeof size === 'number') return t('build.size-bytes', { count: size });
  return undefined;
}
