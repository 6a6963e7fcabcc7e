import { isJsonList, type JsonSchema, type JsonValue } from '@jacquard/flow';
import type { Translate } from '../i18n/i18n.ts';

/** So many options are told; the schema has all. */
const mostOptions = 8;

/** What a value must be besides its kind, in words: bounds, and the options of a choice. Empty where there is nothing to say. */
export function boundsText(schema: JsonSchema, t: Translate): string {
  const { minimum, maximum, enum: options } = schema;
  const parts: string[] = [];
  if (typeof minimum === 'number' && typeof maximum === 'number') parts.push(t('api.between', { minimum, maximum }));
  else if (typeof minimum === 'number') parts.push(t('api.at-least', { minimum }));
  else if (typeof maximum === 'number') parts.push(t('api.at-most', { maximum }));
  if (isJsonList(options)) parts.push(listText(options));
  return parts.join(' · ');
}

function listText(options: readonly JsonValue[]): string {
  const shown = options.slice(0, mostOptions).map(String).join(', ');
  return options.length > mostOptions ? `${shown}, …` : shown;
}
