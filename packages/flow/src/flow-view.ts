import type { Descriptor, Descriptors } from './descriptor.ts';
import type { FlowDocument, FlowNode } from './flow-document.ts';
import { flowPorts } from './flow-ports.ts';
import type { NodePorts } from './node-ports.ts';
import type { Issue } from './issue.ts';
import { nearest } from './nearest.ts';
import { nodesById, type PlacedNode } from './nodes-by-id.ts';
import { createFlowInterfaces } from './sub-flow-interfaces.ts';

/** What a check may know of the world around the flow. Whatever is absent is taken as fine. */
export interface CheckContext {
  /** The id of the flow itself, to find sub-flows that lead back to it. */
  readonly id?: string | undefined;
  /** Another flow of the space. */
  readonly flow?: ((id: string) => FlowDocument | undefined) | undefined;
  /** Names of the secrets that exist. */
  readonly secrets?: ReadonlySet<string> | undefined;
  /** Paths and SHA-256s of the files that the flow can read. */
  readonly files?: ReadonlySet<string> | undefined;
}

/** A flow with all that its checks share: looked up once, so that a check takes linear time. */
export interface FlowView {
  readonly flow: FlowDocument;
  readonly descriptors: Descriptors;
  readonly context: CheckContext;
  readonly nodes: ReadonlyMap<string, PlacedNode>;
  readonly ports: ReadonlyMap<string, NodePorts>;
  readonly report: (issue: Issue) => void;
  /** The nearest candidate; undefined, too, once a document has asked for too many. */
  readonly near: (word: string, candidates: () => Iterable<string>) => string | undefined;
  /** The scopes around a place, itself included. */
  readonly scopesAround: (scope: string | undefined) => ReadonlySet<string>;
}

/** A node with its type and its ports, as the checks of one node take it. */
export interface CheckedNode {
  readonly id: string;
  readonly node: FlowNode;
  readonly parent: string | undefined;
  readonly descriptor: Descriptor;
  readonly ports: NodePorts;
}

/** Suggestions made for one document: each compares a word with all candidates. */
const mostSuggestions = 30;

/** Works out once what all checks of a flow ask for; what they find goes to `report`. */
export function viewFlow(
  flow: FlowDocument,
  descriptors: Descriptors,
  context: CheckContext,
  report: (issue: Issue) => void,
): FlowView {
  const nodes = nodesById(flow);
  const flowInterface = context.flow && createFlowInterfaces(context.flow, descriptors);
  let suggestions = 0;
  return {
    flow,
    descriptors,
    context,
    nodes,
    ports: flowPorts(flow, descriptors, { flowInterface }, nodes),
    report,
    near: (word, candidates) => {
      suggestions += 1;
      return suggestions > mostSuggestions ? undefined : nearest(word, candidates());
    },
    scopesAround: rememberScopes(nodes),
  };
}

function rememberScopes(nodes: FlowView['nodes']): FlowView['scopesAround'] {
  const known = new Map<string | undefined, ReadonlySet<string>>();
  return (scope) => {
    const found = known.get(scope);
    if (found !== undefined) return found;
    const around = new Set<string>();
    for (let at = scope; at !== undefined && !around.has(at); at = nodes.get(at)?.parent) around.add(at);
    known.set(scope, around);
    return around;
  };
}
