import {
  checkFlow,
  createFlowInterfaces,
  flowInterface,
  flowPorts,
  Problem,
  type FlowDocument,
  type JsonValue,
} from '@jacquard/flow';
import type { NodeRegistry } from '../interfaces.ts';
import { createCompilation, type Compilation } from './compilation.ts';
import { compileDefault } from './compile-binding.ts';
import { compileTop } from './compile-scope.ts';
import { conversationOf } from './conversation-of.ts';
import type { External, FlowInputPlan, FlowOutputPlan, Plan, ScopePlan } from './plan.ts';

/** What a flow needs beside itself to be compiled. */
export interface CompileContext {
  /** The documents of the flows that it calls, by id. */
  readonly flow?: ((id: string) => FlowDocument | undefined) | undefined;
  /** How deep flows may call each other. */
  readonly depth?: number | undefined;
  /** Nodes of the flow whose outputs the run is given: they don't run, and what only they read is left out. */
  readonly given?: ReadonlySet<string> | undefined;
}

const none: ReadonlySet<string> = new Set();

const defaultDepth = 16;

/**
 * Turns a flow into the immutable plan that its runs share. Pure. Throws `flow-has-issues` with the issues of the flow
 * (`issues`), or of one that it calls (with its id, `flow`), `sub-flow-cycle`, `sub-flow-unknown` and `limit-depth`.
 */
export function compile(flow: FlowDocument, registry: NodeRegistry, context: CompileContext = {}): Plan {
  const called: Record<string, FlowDocument> = {};
  const externals: External[] = [];
  const callFlow =
    (stack: readonly string[]) =>
    (id: string, node: string): Compilation => {
      if (stack.includes(id)) throw new Problem('sub-flow-cycle', { path: [...stack, id] }, { node });
      if (stack.length >= (context.depth ?? defaultDepth))
        throw new Problem('limit-depth', { limit: stack.length }, { node });
      const document = context.flow?.(id);
      if (document === undefined) throw new Problem('sub-flow-unknown', { flow: id }, { node });
      called[id] = document;
      return begin(document, id, [...stack, id]);
    };
  const interfaces = context.flow && createFlowInterfaces(context.flow, registry.descriptors);
  const begin = (document: FlowDocument, flowId: string | undefined, stack: readonly string[]): Compilation => {
    refuseIssues(document, flowId, registry, context);
    const ports = flowPorts(document, registry.descriptors, { flowInterface: interfaces });
    const given = (flowId === undefined && context.given) || none;
    return createCompilation({ flow: document, flowId, registry, ports, externals, given, callFlow: callFlow(stack) });
  };
  const compilation = begin(flow, undefined, []);
  const root = compileTop(compilation, 'flow');
  return {
    flow: recordTypes(flow, registry),
    flows: called,
    root,
    inputs: inputsOf(compilation),
    outputs: root.outputs.map(({ name, binding }) => outputOf(compilation, name, binding)),
    externals,
    conversation: conversationOf(compilation),
    isPartial: false,
    hasLoops: hasLoops(root),
  };
}

/** The default of an input and whether it may stay away, of the flow's own or of one that a node calls. */
function inputsOf(compilation: Compilation): FlowInputPlan[] {
  const { flow, registry, ports, idle } = compilation;
  const { inputs } = flowInterface(flow, registry.descriptors, {}, ports);
  return inputs
    .filter(({ id }) => !idle.has(id))
    .map((input) => ({
      id: input.id,
      kind: input.kind,
      schema: input.schema,
      fallback: input.default,
      external: compileDefault(compilation, input),
      isOptional: input.optional,
    }));
}

function outputOf({ flow, registry }: Compilation, id: string, binding: FlowOutputPlan['binding']): FlowOutputPlan {
  const node = flow.nodes[id];
  const port = Object.keys((node && registry.descriptors.get(node.type)?.inputs) ?? {})[0] ?? '';
  const input = node?.inputs?.[port];
  const from = typeof input === 'object' && input !== null && 'from' in input ? input.from : undefined;
  const [source, sourcePort] = from?.split('.') ?? [];
  return {
    id,
    binding,
    source: source === undefined || sourcePort === undefined ? undefined : { node: source, port: sourcePort },
    isConverted: binding.how === 'source' && binding.convert !== undefined,
  };
}

function hasLoops({ nodes }: ScopePlan): boolean {
  return nodes.some(({ scope }) => scope !== undefined && (scope.kind !== 'sub-flow' || hasLoops(scope)));
}

function refuseIssues(
  flow: FlowDocument,
  flowId: string | undefined,
  registry: NodeRegistry,
  context: CompileContext,
): void {
  const issues = checkFlow(flow, registry.descriptors, { flow: context.flow }).filter(
    ({ severity }) => severity === 'error',
  );
  if (issues.length === 0) return;
  const data = JSON.parse(JSON.stringify(issues)) as JsonValue; // boundary: issues are data; undefined keys are left out
  throw new Problem('flow-has-issues', {
    count: issues.length,
    issues: data,
    ...(flowId !== undefined && { flow: flowId }),
  });
}

/** The document as runs record it: with the versions of the node types that are here. */
function recordTypes(flow: FlowDocument, registry: NodeRegistry): FlowDocument {
  const types: Record<string, number> = {};
  const visit = (nodes: FlowDocument['nodes']): void => {
    for (const node of Object.values(nodes)) {
      const version = registry.descriptors.get(node.type)?.version;
      if (version !== undefined) types[node.type] = version;
      if (node.nodes !== undefined) visit(node.nodes);
    }
  };
  visit(flow.nodes);
  return { ...flow, types };
}
