import {
  literalOf,
  nodesById,
  scopeGraphs,
  type FlowDocument,
  type FlowNode,
  type Graph,
  type PlacedNode,
} from '@jacquard/flow';
import type { RunView } from '@jacquard/protocol';
import { frameOwner, parseStepPath } from './step-path.ts';

/** The graph that the steps of a frame belong to. */
interface Layer {
  readonly nodes: ReadonlyMap<string, PlacedNode>;
  readonly graphs: ReadonlyMap<string | undefined, Graph>;
  /** The scope whose inner graph this is; undefined at the top of a document. */
  readonly scope: string | undefined;
}

type RunFlows = Pick<RunView, 'flow' | 'flows'>;

/**
 * Tells what a step reads in its own graph, as paths of steps: also within loops, opened and closed sub-flows. Inputs of the
 * flow and components are no steps and are left out.
 */
export function createSourcesOfSteps(view: RunFlows & Pick<RunView, 'steps'>): (path: string) => string[] {
  const layerOf = createLayers(view);
  return (path) => {
    const { frame, node } = parseStepPath(path);
    const layer = layerOf(frame);
    const sources = layer?.graphs.get(layer.scope)?.get(node) ?? [];
    return sources.map((source) => frame + source).filter((source) => view.steps.has(source));
  };
}

/** Finds the node of a step as it was in its run, in a sub-flow of its own, too: there ids may be those of outer nodes. */
export function createNodesOfSteps(view: RunFlows): (path: string) => FlowNode | undefined {
  const layerOf = createLayers(view);
  return (path) => {
    const { frame, node } = parseStepPath(path);
    return layerOf(frame)?.nodes.get(node)?.node;
  };
}

function createLayers({ flow, flows = {} }: RunFlows): (frame: string) => Layer | undefined {
  const documents = new Map<FlowDocument, Omit<Layer, 'scope'>>();
  const layers = new Map<string, Layer | undefined>();
  const layersOfFrames = new Map<string, Layer | undefined>();
  const layerOfDocument = (document: FlowDocument | undefined): Layer | undefined => {
    if (document === undefined) return undefined;
    const nodes = documents.get(document)?.nodes ?? nodesById(document);
    const known = documents.get(document) ?? { nodes, graphs: scopeGraphs(document, nodes) };
    documents.set(document, known);
    return { ...known, scope: undefined };
  };
  const layerOf = (frame: string): Layer | undefined => {
    if (layersOfFrames.has(frame)) return layersOfFrames.get(frame);
    const shape = frame.replaceAll(/\[\d+\]/g, '');
    if (!layers.has(shape)) layers.set(shape, findLayer(frame));
    layersOfFrames.set(frame, layers.get(shape));
    return layers.get(shape);
  };
  const findLayer = (frame: string): Layer | undefined => {
    const owner = frameOwner(frame);
    if (owner === undefined) return layerOfDocument(flow);
    const { frame: outer, node: id } = parseStepPath(owner.scope);
    const around = layerOf(outer);
    const node = around?.nodes.get(id)?.node;
    if (around && node?.nodes) return { ...around, scope: id };
    const called = literalOf(node?.inputs?.['flow']);
    return typeof called === 'string' && Object.hasOwn(flows, called) ? layerOfDocument(flows[called]) : undefined;
  };
  return layerOf;
}
