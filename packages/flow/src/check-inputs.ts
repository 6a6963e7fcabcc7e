import { checkInput } from './check-input.ts';
import type { CheckedInput } from './checked-input.ts';
import { isUnresolvedSubFlow } from './check-reference.ts';
import type { InputPort } from './descriptor.ts';
import type { CheckedNode, FlowView } from './flow-view.ts';
import { literalOf } from './input-form.ts';
import type { Input } from './input.ts';
import { jsonEquals } from './json-equals.ts';
import type { Kind } from './kind.ts';
import { nodeInputs } from './node-inputs.ts';
import { ownValue } from './own-value.ts';

const boolean: InputPort = { kind: { kind: 'boolean' }, label: { en: 'Until', fr: 'Jusqu’à' } };

/** Checks all that a node reads: that its inputs exist, that the required ones are there, and each by itself. */
export function checkInputs(view: FlowView, checked: CheckedNode): void {
  const { id, node, parent, ports } = checked;
  for (const { place, port, input } of nodeInputs(node)) {
    const target = targetOf(checked, place, port);
    if (target === undefined) {
      if (!isUnresolvedSubFlow(view, checked)) reportUnknown(view, checked, place, port);
      continue;
    }
    const scope = place === 'next' || place === 'until' ? id : parent;
    checkInput(view, { checked, port, target, scope, isWhole: place === 'inputs' }, input);
  }
  for (const [name, port] of Object.entries(ports.inputs)) {
    if (!isMissing(checked, port, ownValue(node.inputs, name)) || isDecidedInside(checked, name)) continue;
    view.report({
      code: 'input-missing',
      severity: 'error',
      params: { input: name, label: port.label },
      node: id,
      port: name,
    });
  }
  checkChoice(view, checked);
}

/** None of the inputs is given of which the node needs at least one. */
function checkChoice(view: FlowView, { id, node, descriptor, ports }: CheckedNode): void {
  const names = descriptor.requiresOneOf ?? [];
  const isGiven = (name: string): boolean => (ownValue(node.inputs, name) ?? null) !== null;
  if (names.length === 0 || names.some(isGiven)) return;
  const [first, second] = names.flatMap((name) => ownValue(ports.inputs, name)?.label ?? []);
  const params = { ...(first && { first }), ...(second && { second }) };
  const [port = ''] = names;
  view.report({ code: 'input-one-of-missing', severity: 'error', params, node: id, port });
}

function targetOf({ ports }: CheckedNode, place: string, port: string): CheckedInput['target'] | undefined {
  switch (place) {
    case 'inputs':
      return ownValue(ports.inputs, port);
    case 'until':
      return boolean;
    case 'fallback':
      return ownValue(ports.outputs, port);
    default:
      return ownValue(ports.inner, port);
  }
}

function reportUnknown(view: FlowView, { id, ports }: CheckedNode, place: string, port: string): void {
  if (place === 'fallback') {
    const params = { output: port, outputs: Object.keys(ports.outputs).slice(0, 20) };
    view.report({ code: 'fallback-output-unknown', severity: 'error', params, node: id, port });
    return;
  }
  const near = view.near(port, () => Object.keys(ports.inputs));
  view.report({
    code: 'input-unknown',
    severity: 'error',
    params: { input: port, inputs: Object.keys(ports.inputs).slice(0, 20), ...(near !== undefined && { near }) },
    node: id,
    port,
    suggestion: { do: 'remove-input', node: id, port },
  });
}

function isMissing(checked: CheckedNode, port: InputPort, input: Input | undefined): boolean {
  if (port.optional === true || port.default !== undefined || !isVisible(checked, port)) return false;
  return input === undefined || (input === null && !takesNull(port.kind));
}

/** A null is a value where any JSON is; elsewhere it leaves the input empty. */
function takesNull(kind: Kind): boolean {
  return kind.kind === 'json' || kind.kind === 'any' || kind.kind === 'variable';
}

function isVisible({ node, ports }: CheckedNode, { visibleWhen }: InputPort): boolean {
  if (visibleWhen === undefined) return true;
  const decides =
    literalOf(ownValue(node.inputs, visibleWhen.input)) ?? ownValue(ports.inputs, visibleWhen.input)?.default;
  return jsonEquals(decides, visibleWhen.equals);
}

/** A sub-flow that is open in place needs no flow of another file. */
function isDecidedInside({ node, descriptor }: CheckedNode, input: string): boolean {
  if (node.nodes === undefined) return false;
  return (descriptor.portsFrom ?? []).some((rule) => rule.rule === 'flow-interface' && rule.input === input);
}
