import { checkCycles } from './check-cycles.ts';
import { checkInputs } from './check-inputs.ts';
import { checkNode } from './check-node.ts';
import { checkScope } from './check-scope.ts';
import { checkSubFlows } from './check-sub-flows.ts';
import type { Descriptors } from './descriptor.ts';
import type { FlowDocument } from './flow-document.ts';
import { viewFlow, type CheckContext } from './flow-view.ts';
import type { Issue } from './issue.ts';
import { placedNodes } from './nodes-by-id.ts';
import { checkOverrides } from './overrides/check-overrides.ts';

/**
 * Everything that is wrong with a flow, in the order of the file. It never throws, runs nothing and takes linear time: the
 * canvas asks it at each keystroke. A flow without errors can be compiled; warnings don't keep it from running.
 */
export function checkFlow(flow: FlowDocument, descriptors: Descriptors, context: CheckContext = {}): Issue[] {
  const issues: Issue[] = [];
  const view = viewFlow(flow, descriptors, context, (issue) => issues.push(issue));
  if (view.nodes.size === 0) view.report({ code: 'flow-empty', severity: 'warning', params: {} });
  const seen = new Set<string>();
  for (const { id, node, parent } of placedNodes(flow)) {
    if (seen.has(id)) {
      view.report({ code: 'node-id-twice', severity: 'error', params: { id }, node: id });
      continue;
    }
    seen.add(id);
    const descriptor = checkNode(view, id, node);
    const ports = view.ports.get(id);
    if (descriptor === undefined || ports === undefined) continue;
    const checked = { id, node, parent, descriptor, ports };
    checkScope(view, checked);
    checkInputs(view, checked);
  }
  checkCycles(view);
  checkSubFlows(view);
  checkOverrides(view);
  return issues;
}
