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
    const { node: id, port } = parseAddress(override);
    if (seen.has(override)) report(view, 'override-twice', { override }, 'warning');
    else checkOverride(view, override, id, port);
    seen.add(override);
  }
}

function checkOverride(view: FlowView, override: string, id: string, port: string): void {
  const node = view.nodes.get(id)?.node;
  if (node === undefined) {
    const near = view.near(id, () => view.nodes.keys());
    report(view, 'override-node-unknown', { override, id, ...(near !== undefined && { near }) }, 'warning');
    return;
  }
  const descriptor = view.descriptors.get(node.type);
  const ports = view.ports.get(id);
  if (descriptor === undefined || ports === undefined) return;
  const refusal = overrideRefusal({ node, descriptor, ports }, port);
  if (refusal === undefined) return;
  const at = { node: id, port };
  if (refusal === 'unknown') {
    const near = view.near(port, () => Object.keys(ports.inputs));
    const params = { override, input: port, ...(near !== undefined && { near }) };
    report(view, 'override-input-unknown', params, 'warning', { node: id });
  } else if (refusal === 'wired') report(view, 'override-wired', { override, input: port }, 'warning', at);
  else report(view, 'override-refused', { override, input: port, reason: `override-${refusal}` }, 'error', at);
}

function report(
  view: FlowView,
  code: string,
  params: Issue['params'],
  severity: Issue['severity'],
  at: Pick<Issue, 'node' | 'port'> = {},
): void {
  view.report({ code, severity, params, ...at });
}
