import {
  isInputList,
  isObjectInput,
  nodeInputs,
  nodesById,
  type FlowDocument,
  type FlowNode,
  type Input,
} from '@jacquard/flow';

/** An input that names a file: by a path beside the flow, or by the SHA-256 of a stored one. */
export type FileReference = Extract<Input, { readonly file: string }>;

/** The files that a flow's inputs name, in the order of the document. */
export function fileReferences(flow: FlowDocument): FileReference[] {
  return [...nodesById(flow).values()].flatMap(({ node }) => nodeInputs(node).flatMap(({ input }) => filesIn(input)));
}

function filesIn(input: Input): FileReference[] {
  if (isInputList(input)) return input.flatMap(filesIn);
  return isObjectInput(input) && 'file' in input ? [input] : [];
}

type Replace = (reference: FileReference) => FileReference;

/** The same flow with other references to its files. */
export function replaceFiles(flow: FlowDocument, replace: Replace): FlowDocument {
  return { ...flow, nodes: mapValues(flow.nodes, (node) => replaceInNode(node, replace)) };
}

function replaceInNode(node: FlowNode, replace: Replace): FlowNode {
  const { inputs, state, until, onError, nodes } = node;
  const replaced = (input: Input): Input => replaceInInput(input, replace);
  return {
    ...node,
    ...(inputs && { inputs: mapValues(inputs, replaced) }),
    ...(state && { state: mapValues(state, ({ first, next }) => ({ first: replaced(first), next: replaced(next) })) }),
    ...(until !== undefined && { until: replaced(until) }),
    ...(typeof onError === 'object' && { onError: { fallback: mapValues(onError.fallback, replaced) } }),
    ...(nodes && { nodes: mapValues(nodes, (inner) => replaceInNode(inner, replace)) }),
  };
}

function replaceInInput(input: Input, replace: Replace): Input {
  if (isInputList(input)) return input.map((item) => replaceInInput(item, replace));
  return isObjectInput(input) && 'file' in input ? replace(input) : input;
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
