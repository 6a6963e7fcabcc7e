import type { z } from 'zod';
import { diagnoseInput } from './diagnose-input.ts';
import { locate, placeText, valueAt, type Located } from './document-place.ts';
import type { Issue } from './issue.ts';
import { nearest } from './nearest.ts';
import { portName } from './port-name.ts';
import { foundType } from './value-fits.ts';

type SchemaIssue = z.core.$ZodIssue;

/** Issues reported for one document; a file of another kind would give thousands. */
const mostIssues = 100;

/** Turns the schema's errors into issues with node, port and place, and with what was expected there. */
export function diagnoseDocument(error: z.ZodError, json: unknown): Issue[] {
  const issues = error.issues.slice(0, mostIssues).flatMap((found) => diagnose(found, json));
  return issues.slice(0, mostIssues);
}

function diagnose(found: SchemaIssue, json: unknown): Issue[] {
  const path = found.path.map((key) => (typeof key === 'number' ? key : String(key)));
  const located = locate(path);
  const value = valueAt(json, path);
  const place = placeText(path);
  if (found.code === 'invalid_key') return [invalidKey(path, located, place)];
  if (located.input !== undefined) return diagnoseInput(valueAt(json, located.input), located, place);
  switch (found.code) {
    case 'unrecognized_keys':
      return found.keys.map((key) => issue('flow-key-unknown', located, { place, key, ...nearKey(key) }));
    case 'invalid_type':
      if (value === undefined) {
        return [issue('flow-key-missing', located, { place: placeText(path.slice(0, -1)), key: String(path.at(-1)) })];
      }
      return [
        issue('flow-value-type', located, { place, expected: expectedType(found.expected), found: foundType(value) }),
      ];
    case 'too_small':
      return [issue('flow-value-too-small', located, { place, minimum: Number(found.minimum) })];
    case 'too_big':
      return [issue('flow-value-too-large', located, { place, maximum: Number(found.maximum) })];
    case 'invalid_format':
      return [invalidFormat(path, value, located, place)];
    case 'invalid_value':
      return [
        issue('flow-value-not-an-option', located, { place, options: found.values.map(String), value: shorten(value) }),
      ];
    default:
      return [issue('flow-value-wrong', located, { place, found: foundType(value) })];
  }
}

/** zod says `record` and `int` where JSON says object and integer. */
function expectedType(expected: string): string {
  if (expected === 'record') return 'object';
  return expected === 'int' ? 'integer' : expected;
}

function invalidKey(path: readonly (string | number)[], located: Located, place: string): Issue {
  const key = String(path.at(-1));
  const around = path.at(-2);
  if (around === 'nodes' || around === 'notes' || around === 'groups') {
    return issue('flow-id-invalid', {}, { place, id: shorten(key), near: nodeIdOf(key) });
  }
  if (around === 'types') return issue('flow-type-invalid', {}, { place, type: shorten(key) });
  return issue('flow-port-name-invalid', located, { place, name: shorten(key), near: portName(key) });
}

function invalidFormat(path: readonly (string | number)[], value: unknown, located: Located, place: string): Issue {
  const key = path.at(-1);
  if (key === 'type') return issue('flow-type-invalid', located, { place, type: shorten(value) });
  if (key === 'from') return issue('flow-reference-invalid', located, { place, reference: shorten(value) });
  return issue('flow-id-invalid', located, { place, id: shorten(value), near: nodeIdOf(String(value)) });
}

/** An id as much like the text as ids allow. */
function nodeIdOf(text: string): string {
  const id = portName(text)
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/^[^a-z]+/, '')
    .replace(/-+$/, '');
  return id === '' ? 'node' : id;
}

const knownKeys = (
  'jacquard name description language reuse limits nodes types layout $schema type title disabled inputs state until ' +
  'outputs onError retry timeout notes groups first next from fallback attempts delay maxDelay collapsed width height color text'
).split(' ');

function nearKey(key: string): { near?: string } {
  const near = nearest(key, knownKeys);
  return near === undefined || near === key ? {} : { near };
}

function shorten(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

function issue(code: string, { node, port }: Pick<Located, 'node' | 'port'>, params: Issue['params']): Issue {
  return { code, severity: 'error', params, ...(node !== undefined && { node }), ...(port !== undefined && { port }) };
}
