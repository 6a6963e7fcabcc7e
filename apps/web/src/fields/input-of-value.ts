import { jsonEquals, type Input, type InputPort, type JsonValue } from '@jacquard/flow';

/**
 * How a value stands in the document: texts of several lines as `{lines}`, objects as `{value}`, lists of plain values as
 * lists. What equals the default, or is empty, isn't written.
 */
export function inputOfValue(value: JsonValue | undefined, port: InputPort): Input | undefined {
  if (value === undefined || value === '' || (port.default !== undefined && jsonEquals(value, port.default)))
    return undefined;
  if (port.secret === true && typeof value === 'string') return { secret: value };
  if (typeof value === 'string') return value.includes('\n') ? { lines: value.split('\n') } : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object' && !String(item).includes('\n')))
    return value as Input; // boundary: a list of plain values is an input
  return { value };
}
