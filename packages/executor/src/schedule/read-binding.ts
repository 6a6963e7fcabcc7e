import { convertValue, type JsonValue } from '@jacquard/flow';
import type { Binding, NodePlan, PortBinding } from '../plan/plan.ts';
import { nodeStatus, type Frame, type SkipReason, type Values } from './run-state.ts';

type Externals = readonly (JsonValue | undefined)[];

/** The value of a binding as its step sees it; undefined when it was skipped or is missing. Components have none. */
export function readBinding(binding: Binding, frame: Frame, externals: Externals): JsonValue | undefined {
  switch (binding.how) {
    case 'literal':
      return binding.value;
    case 'source': {
      const value = readSource(binding, frame);
      if (value === undefined || binding.convert === undefined) return value;
      return convertValue(value, binding.convert.source, binding.convert.target);
    }
    case 'external':
      return externals[binding.external];
    case 'list':
      return readList(binding.items, frame, externals);
    default:
      return undefined;
  }
}

/** A list takes what arrived; with nothing but skipped sources it is skipped itself. */
function readList(items: readonly Binding[], frame: Frame, externals: Externals): JsonValue | undefined {
  const values: JsonValue[] = [];
  for (const item of items) {
    const value = readBinding(item, frame, externals);
    if (value !== undefined) values.push(value);
  }
  return values.length === 0 && items.length > 0 ? undefined : values;
}

/** The inputs of a step by port, defaults taken. Components are left out. */
export function readInputs(inputs: readonly PortBinding[], frame: Frame, externals: Externals): Values {
  const values: Record<string, JsonValue> = {};
  for (const { port, binding, fallback } of inputs) {
    const value = readBinding(binding, frame, externals) ?? fallback;
    if (value !== undefined) setOwn(values, port, value);
  }
  return values;
}

/** Why the step can't run; undefined when everything that it requires has arrived. */
export function findSkipReason(
  { inputs, requiresOneOf }: Pick<NodePlan, 'inputs' | 'requiresOneOf'>,
  frame: Frame,
): SkipReason | undefined {
  let absent: Binding | undefined;
  let hasOne = requiresOneOf === undefined;
  for (const { port, binding, isRequired } of inputs) {
    const isChoice = requiresOneOf?.has(port) === true;
    if (!isRequired && !isChoice) continue;
    if (hasArrived(binding, frame)) hasOne ||= isChoice;
    else if (isRequired) return reasonOf(binding, frame);
    else absent = binding;
  }
  return hasOne || absent === undefined ? undefined : reasonOf(absent, frame);
}

function hasArrived(binding: Binding, frame: Frame): boolean {
  switch (binding.how) {
    case 'source':
      return readSource(binding, frame) !== undefined;
    case 'list':
      return binding.items.length === 0 || binding.items.some((item) => hasArrived(item, frame));
    case 'component':
      return !binding.recipe.isDisabled;
    default:
      return true; // a missing external is the step's error, not a skip
  }
}

function reasonOf(binding: Binding, frame: Frame): SkipReason {
  if (binding.how === 'list')
    return binding.items[0] === undefined ? 'source-skipped' : reasonOf(binding.items[0], frame);
  if (binding.how === 'component') return 'disabled';
  if (binding.how !== 'source' || binding.index < 0) return 'source-skipped';
  return frameAt(frame, binding.up).status[binding.index] === nodeStatus.done ? 'not-taken' : 'source-skipped';
}

function readSource(binding: Binding & { how: 'source' }, frame: Frame): JsonValue | undefined {
  const at = frameAt(frame, binding.up);
  const values = binding.index < 0 ? at.ports : at.outputs[binding.index];
  return values !== undefined && Object.hasOwn(values, binding.port) ? values[binding.port] : undefined;
}

function frameAt(frame: Frame, up: number): Frame {
  let at = frame;
  for (let level = up; level > 0 && at.parent !== undefined; level -= 1) at = at.parent;
  return at;
}

/** Sets a key of a plain object whatever it is called; `__proto__` is a name like any other. */
export function setOwn(values: Record<string, JsonValue>, key: string, value: JsonValue): void {
  if (key === '__proto__')
    Object.defineProperty(values, key, { value, enumerable: true, writable: true, configurable: true });
  else values[key] = value;
}
