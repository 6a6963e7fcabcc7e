import { parseAddress } from '../address.ts';
import type { FlowView } from '../flow-view.ts';
import type { Issue } from '../issue.ts';
import { overrideRefusal } from './override-refusal.ts';

/**
 * Checks the list of inputs that callers may set. What they may never set keeps the flow from running, so that nobody takes
 * it for allowed; an entry that leads nowhere (any more) allows nothing, and is told.
 */
export function checkOverrides(view: FlowView): void {
  const seen = new Set<string>();
  for (const override of view.flow.overrides ?? []) {
    const { node, port } = parseAddress(override);
    const suggestion = { do: 'remove-override', node, port } as const;
    if (seen.has(override)) view.report({ code: 'override-twice', severity: 'warning', params: { override } });
    else {
      const issue = issueOf(view, override, node, port);
      if (issue !== undefined) view.report({ ...issue, suggestion });
    }
    seen.add(override);
  }
}

function issueOf(view: FlowView, override: string, id: string, port: string): Issue | undefined {
  const node = view.nodes.get(id)?.node;
  if (node === undefined) {
    const near = view.near(id, () => view.nodes.keys());
    const params = { override, id, ...(near !== undefined && { near }) };
    return { code: 'override-node-unknown', severity: 'warning', params };
  }
  const descriptor = view.descriptors.get(node.type);
  const ports = view.ports.get(id);
  if (descriptor === undefined || ports === undefined) return undefined;
  const refusal = overrideRefusal({ node, descriptor, ports }, port);
  if (refusal === undefined) return undefined;
  const params = { override, input: port };
  if (refusal === 'unknown') {
    const near = view.near(port, () => Object.keys(ports.inputs));
    const told = { ...params, ...(near !== undefined && { near }) };
    return { code: 'override-input-unknown', severity: 'warning', params: told, node: id };
  }
  if (refusal === 'wired') return { code: 'override-wired', severity: 'warning', params, node: id, port };
  const told = { ...params, reason: `override-${refusal}` };
  return { code: 'override-refused', severity: 'error', params: told, node: id, port };
}
