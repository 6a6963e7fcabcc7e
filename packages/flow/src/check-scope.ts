import { isInterfaceRole, type NodeRole } from './descriptor.ts';
import type { FlowNode } from './flow-document.ts';
import type { CheckedNode, FlowView } from './flow-view.ts';
import type { Issue } from './issue.ts';
import { checkReference } from './check-reference.ts';
import { literalOf } from './input-form.ts';
import { ownValue } from './own-value.ts';

const scopeRoles: ReadonlySet<NodeRole> = new Set(['for-each', 'repeat-until', 'sub-flow']);

type Part = 'nodes' | 'outputs' | 'state' | 'until' | 'onError' | 'retry' | 'timeout';

/** Checks the parts of a node beside its inputs: those that only some roles have, and what a scope needs. */
export function checkScope(view: FlowView, checked: CheckedNode): void {
  const { id, node, parent, descriptor } = checked;
  for (const { part, severity } of misplacedParts(node, descriptor.role)) {
    view.report({ code: 'node-part-misplaced', severity, params: { part }, node: id });
  }
  if (isInterfaceRole(descriptor.role) && parent !== undefined) {
    view.report({ code: 'interface-in-scope', severity: 'error', params: { scope: parent }, node: id });
  }
  if (!scopeRoles.has(descriptor.role)) return;
  const isOpen = node.nodes !== undefined;
  if (!isOpen && descriptor.role !== 'sub-flow') report(view, id, 'scope-without-nodes', 'error');
  if (!isOpen && descriptor.role === 'sub-flow' && !namesFlow(checked)) report(view, id, 'sub-flow-missing', 'error');
  if (isOpen && Object.keys(node.nodes ?? {}).length === 0) report(view, id, 'scope-empty', 'warning');
  if (descriptor.role === 'repeat-until') {
    if (node.until === undefined) report(view, id, 'repeat-without-until', 'error');
    if (Object.keys(node.state ?? {}).length === 0) report(view, id, 'repeat-without-state', 'warning');
  }
  checkNames(view, checked);
  for (const [name, { from }] of Object.entries(node.outputs ?? {})) {
    const source = checkReference(view, { node: id, port: name, scope: id }, from);
    const isOutside = source !== undefined && source.owner.parent !== id && source.owner.id !== id;
    if (isOutside) {
      view.report({
        code: 'scope-output-outside',
        severity: 'error',
        params: { output: name, from },
        node: id,
        port: name,
      });
    }
  }
}

/** Whether the field that names another flow is filled in. */
function namesFlow({ node, descriptor }: CheckedNode): boolean {
  const rules = (descriptor.portsFrom ?? []).filter(({ rule }) => rule === 'flow-interface');
  return rules.some(({ input }) => (literalOf(ownValue(node.inputs, input)) ?? '') !== '');
}

function report(view: FlowView, node: string, code: string, severity: Issue['severity']): void {
  view.report({ code, severity, params: {}, node });
}

/** A scope's id names its inner ports inside and its outputs outside: one name can't be both. */
function checkNames(view: FlowView, { id, node, descriptor }: CheckedNode): void {
  const inner = new Set([...Object.keys(descriptor.inner ?? {}), ...Object.keys(node.state ?? {})]);
  for (const name of Object.keys(node.outputs ?? {})) {
    if (!inner.has(name) && !Object.hasOwn(descriptor.outputs, name)) continue;
    view.report({ code: 'scope-name-twice', severity: 'error', params: { name }, node: id, port: name });
  }
  for (const name of Object.keys(node.state ?? {})) {
    if (!Object.hasOwn(descriptor.inner ?? {}, name)) continue;
    view.report({ code: 'scope-name-twice', severity: 'error', params: { name }, node: id, port: name });
  }
}

function misplacedParts(node: FlowNode, role: NodeRole): { part: Part; severity: Issue['severity'] }[] {
  const found: { part: Part; severity: Issue['severity'] }[] = [];
  const expect = (parts: readonly Part[], fits: boolean, severity: Issue['severity']): void => {
    if (fits) return;
    for (const part of parts) if (node[part] !== undefined) found.push({ part, severity });
  };
  expect(['nodes', 'outputs'], scopeRoles.has(role), 'error');
  expect(['state', 'until'], role === 'repeat-until', 'error');
  expect(['onError', 'retry', 'timeout'], role !== 'component' && !isInterfaceRole(role), 'warning');
  return found;
}
