import { parseAddress } from '../address.ts';
import { checkLiteral } from '../check-literal.ts';
import type { Descriptors } from '../descriptor.ts';
import type { FlowDocument, FlowNode } from '../flow-document.ts';
import { viewFlow, type CheckContext, type FlowView } from '../flow-view.ts';
import type { Input } from '../input.ts';
import type { Issue } from '../issue.ts';
import type { JsonValue } from '../json.ts';
import { Problem } from '../problem.ts';
import { isJson } from '../value-fits.ts';
import { flowOverrides } from './flow-overrides.ts';

/**
 * The flow with the values that a caller gave for inputs of its nodes, by `node.input`. Only what the flow's own list allows is
 * set, only to a value that the field would take, and always as a value: what is given is never read as a wire, a secret or a
 * file. The given document stays as it is.
 *
 * Throws `override-not-allowed` (what is not on the list, or may never be set), `override-invalid` (of another type, or out of
 * bounds).
 */
export function applyOverrides(
  flow: FlowDocument,
  descriptors: Descriptors,
  overrides: Readonly<Record<string, unknown>>,
  context: Pick<CheckContext, 'flow'> = {},
): FlowDocument {
  const wanted = Object.keys(overrides);
  if (wanted.length === 0) return flow;
  const found: Issue[] = [];
  const view = viewFlow(flow, descriptors, context, (issue) => found.push(issue));
  const allowed = new Set(flowOverrides(flow, descriptors, view.ports).map(({ id }) => id));
  const values = new Map<string, Map<string, Input>>();
  for (const address of wanted) {
    if (!allowed.has(address)) {
      const params = { override: address.slice(0, 200), allowed: [...allowed].slice(0, 50) };
      throw new Problem('override-not-allowed', params);
    }
    const { node, port } = parseAddress(address);
    const value = checkValue(view, found, { address, node, port, value: overrides[address] });
    values.set(node, (values.get(node) ?? new Map<string, Input>()).set(port, literalInput(value)));
  }
  return { ...flow, nodes: setInputs(flow.nodes, values) };
}

interface GivenValue {
  readonly address: string;
  readonly node: string;
  readonly port: string;
  readonly value: unknown;
}

function checkValue(view: FlowView, found: Issue[], { address, node: id, port, value }: GivenValue): JsonValue {
  const placed = view.nodes.get(id);
  const descriptor = placed && view.descriptors.get(placed.node.type);
  const ports = view.ports.get(id);
  const target = ports?.inputs[port];
  if (!placed || !descriptor || !ports || !target || !isJson(value)) return refuse(address, 'input-wrong-kind', {});
  const takesNull = target.kind.kind === 'json' || target.kind.kind === 'any' || target.kind.kind === 'variable';
  if (value === null && !takesNull)
    refuse(address, 'input-wrong-kind', { expected: { kind: target.kind.kind }, found: 'null' });
  const { node, parent } = placed;
  checkLiteral(
    view,
    { checked: { id, node, parent, descriptor, ports }, port, target, scope: parent, isWhole: false },
    value,
  );
  const [issue] = found;
  return issue === undefined ? value : refuse(address, issue.code, issue.params);
}

function refuse(override: string, reason: string, params: Issue['params']): never {
  throw new Problem('override-invalid', { override, ...params, reason });
}

/** What has parts stands as `{value}`: by itself it could be read as a wire or a secret. */
function literalInput(value: JsonValue): Input {
  return typeof value === 'object' ? { value } : value;
}

function setInputs(
  nodes: FlowDocument['nodes'],
  values: ReadonlyMap<string, ReadonlyMap<string, Input>>,
): FlowDocument['nodes'] {
  const setIn = (id: string, node: FlowNode): FlowNode => {
    const given = values.get(id);
    const inner = node.nodes && setInputs(node.nodes, values);
    if (given === undefined && inner === node.nodes) return node;
    return {
      ...node,
      ...(given && { inputs: Object.fromEntries([...Object.entries(node.inputs ?? {}), ...given]) }),
      ...(inner && { nodes: inner }),
    };
  };
  const changed = Object.entries(nodes).map(([id, node]) => [id, setIn(id, node)] as const);
  return changed.some(([id, node]) => nodes[id] !== node) ? Object.fromEntries(changed) : nodes;
}
