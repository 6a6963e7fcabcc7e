import type { FlowInterface, FlowOverride, FlowPort } from '../flow-port.ts';
import { isJsonList, jsonEquals } from '../json-equals.ts';
import type { JsonSchema, JsonValue } from '../json.ts';
import { schemaWithin } from '../schema-within.ts';
import type { InterfaceChange } from './interface-change.ts';

/**
 * All that differs between two interfaces of a flow for those who call it, what would break them first. Whether one set of values
 * lies within another is proven by their schemas; what can't be proven counts as breaking.
 */
export function compareInterfaces(before: FlowInterface, after: FlowInterface): readonly InterfaceChange[] {
  const changes = [
    ...pairs(before.inputs, after.inputs).flatMap(([was, is]) => inputChanges(was, is)),
    ...pairs(before.outputs, after.outputs).flatMap(([was, is]) => outputChanges(was, is)),
    ...pairs(before.overrides, after.overrides).flatMap(([was, is]) => overrideChanges(was, is)),
  ];
  return changes.toSorted((one, other) => Number(other.breaks) - Number(one.breaks));
}

/** What has the same id on both sides, then what only the later one has. */
function pairs<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): readonly (readonly [T | undefined, T | undefined])[] {
  const later = new Map(after.map((one) => [one.id, one]));
  const known = new Set(before.map(({ id }) => id));
  return [
    ...before.map((was) => [was, later.get(was.id)] as const),
    ...after.filter(({ id }) => !known.has(id)).map((is) => [undefined, is] as const),
  ];
}

type Code = InterfaceChange['code'];
type Make = (code: Code, breaks: boolean, params?: InterfaceChange['params']) => InterfaceChange;

function maker(side: InterfaceChange['side'], port: FlowPort | FlowOverride): Make {
  const title =
    typeof port.title === 'string' && side !== 'override' && port.title !== port.id ? port.title : undefined;
  return (code, breaks, params = {}) => ({
    code,
    side,
    id: port.id,
    breaks,
    params: { id: port.id, ...(title !== undefined && { title }), ...params },
  });
}

function inputChanges(was: FlowPort | undefined, is: FlowPort | undefined): InterfaceChange[] {
  const port = is ?? was;
  if (port === undefined) return [];
  const change = maker('input', port);
  if (is === undefined) return [change('interface-input-removed', true)];
  if (was === undefined)
    return [is.optional ? change('interface-input-added', false) : change('interface-input-required-added', true)];
  const found: InterfaceChange[] = [];
  if (was.optional && !is.optional) found.push(change('interface-input-now-required', true));
  if (!was.optional && is.optional) found.push(change('interface-input-now-optional', false));
  found.push(...inputValueChanges(was, is, change));
  if (was.optional && is.optional && !jsonEquals(was.default, is.default))
    found.push(change('interface-input-default-changed', false));
  if (isDescribedOtherwise(was, is)) found.push(change('interface-input-described', false));
  return found;
}

function inputValueChanges(was: FlowPort, is: FlowPort, change: Make): InterfaceChange[] {
  const lost = schemaWithin(was.schema, is.schema);
  if (was.kind.kind !== is.kind.kind) {
    const params = { before: { kind: was.kind.kind }, after: { kind: is.kind.kind } };
    return [change('interface-input-kind-changed', lost !== undefined, params)];
  }
  if (lost !== undefined) return [narrowed(was.schema, is.schema, lost, change)];
  return schemaWithin(is.schema, was.schema) === undefined ? [] : [change('interface-input-widened', false)];
}

/** Says which options or bounds keep callers out, where it is these. */
function narrowed(was: JsonSchema, is: JsonSchema, place: string, change: Make): InterfaceChange {
  const [options, left] = [was['enum'], is['enum']];
  if (isJsonList(options) && isJsonList(left)) {
    const gone = options.filter((option) => !left.some((other) => jsonEquals(option, other)));
    if (gone.length > 0) return change('interface-input-options-removed', true, { options: gone.slice(0, 20) });
  }
  const { minimum: min, maximum: max } = is;
  const isTighter =
    (typeof min === 'number' && min > boundOf(was['minimum'], -Infinity)) ||
    (typeof max === 'number' && max < boundOf(was['maximum'], Infinity));
  if (isTighter) {
    const bounds = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
    return change('interface-input-bounds-tightened', true, bounds);
  }
  return change('interface-input-narrowed', true, { place: place || '/' });
}

function boundOf(value: JsonValue | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function outputChanges(was: FlowPort | undefined, is: FlowPort | undefined): InterfaceChange[] {
  const port = is ?? was;
  if (port === undefined) return [];
  const change = maker('output', port);
  if (is === undefined) return [change('interface-output-removed', true)];
  if (was === undefined) return [change('interface-output-added', false)];
  const described = isDescribedOtherwise(was, is) ? [change('interface-output-described', false)] : [];
  const beyond = schemaWithin(is.schema, was.schema);
  if (was.kind.kind !== is.kind.kind) {
    const params = { before: { kind: was.kind.kind }, after: { kind: is.kind.kind } };
    return [change('interface-output-kind-changed', beyond !== undefined, params), ...described];
  }
  if (beyond !== undefined) return [change('interface-output-widened', true, { place: beyond || '/' }), ...described];
  const isNarrower = schemaWithin(was.schema, is.schema) !== undefined;
  return [...(isNarrower ? [change('interface-output-narrowed', false)] : []), ...described];
}

function overrideChanges(was: FlowOverride | undefined, is: FlowOverride | undefined): InterfaceChange[] {
  const override = is ?? was;
  if (override === undefined) return [];
  const change = maker('override', override);
  if (is === undefined) return [change('interface-override-removed', true)];
  if (was === undefined) return [change('interface-override-added', false)];
  const lost = schemaWithin(was.schema, is.schema);
  if (was.kind.kind !== is.kind.kind) {
    const params = { before: { kind: was.kind.kind }, after: { kind: is.kind.kind } };
    return [change('interface-override-kind-changed', lost !== undefined, params)];
  }
  if (lost !== undefined) return [change('interface-override-narrowed', true, { place: lost || '/' })];
  return schemaWithin(is.schema, was.schema) === undefined ? [] : [change('interface-override-widened', false)];
}

function isDescribedOtherwise(was: FlowPort, is: FlowPort): boolean {
  return was.title !== is.title || was.help !== is.help || !jsonEquals(was.example, is.example);
}
