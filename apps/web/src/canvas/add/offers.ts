import type { Descriptor, Input, Language } from '@jacquard/flow';
import {
  fittingNodes,
  handleId,
  kindAtHandle,
  likelyReplacements,
  nodesBetween,
  parseHandle,
  searchNodes,
  type CanvasNode,
  type LooseEnd,
} from '@jacquard/canvas';
import { useEditor } from '../../state/editor-store.ts';
import { mainPort } from '../nodes/main-port.ts';
import { isSourceHandle } from '../ports/port-walk.ts';
import type { AskedNode } from './add-store.ts';

/** A node type in the list, with the port that it would be connected at. */
export interface Offer {
  readonly descriptor: Descriptor;
  readonly port: string | undefined;
  /** What it must hold to have that port. */
  readonly inputs?: Readonly<Record<string, Input>> | undefined;
  /** Goes on from the selected node; the others are all there are. */
  readonly isNext?: boolean | undefined;
}

/** So many of what goes on from the selected node stand above all others. */
const mostNext = 6;

/** What the list offers for a query: with a wire or its loose end only what fits, likeliest first. */
export function offersFor(asked: AskedNode, query: string, language: Language): readonly Offer[] {
  const { descriptors, derived } = useEditor.getState();
  const all = [...descriptors.values()].map((descriptor) => ({ descriptor, port: undefined }));
  if (asked.replace !== undefined) {
    const likely = derived ? likelyReplacements(descriptors, derived.canvas, asked.replace) : [];
    const offers = likely.map((descriptor) => ({ descriptor, port: undefined }));
    return searched(offers, query, language);
  }
  if (asked.wire !== undefined) {
    const ends = wireEnds(asked.wire);
    return searched(ends ? nodesBetween(descriptors, ends.given, ends.wanted) : all, query, language);
  }
  const end = asked.loose && looseEnd(asked.loose);
  if (end) return searched(fittingNodes(descriptors, end), query, language);
  return withNext(all, asked.near, query, language);
}

/** First what goes on from the selected node, then everything; of what a word finds equally well, what goes on is first. */
function withNext(
  all: readonly Offer[],
  near: string | undefined,
  query: string,
  language: Language,
): readonly Offer[] {
  const { descriptors } = useEditor.getState();
  const end = near === undefined ? undefined : mainEnd(near);
  const fitting: readonly Offer[] = end ? fittingNodes(descriptors, end) : [];
  if (query.trim() === '') return [...fitting.slice(0, mostNext).map((offer) => ({ ...offer, isNext: true })), ...all];
  const known = new Set(fitting.map(({ descriptor }) => descriptor.type));
  return searched([...fitting, ...all.filter(({ descriptor }) => !known.has(descriptor.type))], query, language);
}

function searched(offers: readonly Offer[], query: string, language: Language): readonly Offer[] {
  if (query.trim() === '') return offers;
  const byType = new Map(offers.map((offer) => [offer.descriptor.type, offer]));
  const found = searchNodes(
    offers.map(({ descriptor }) => descriptor),
    query,
    language,
  );
  return found.flatMap(({ type }) => byType.get(type) ?? []);
}

function nodeOf(id: string): CanvasNode | undefined {
  return useEditor.getState().derived?.canvas.nodes.find((node) => node.id === id);
}

/** The output of a node that one goes on from. */
export function mainEnd(id: string): (LooseEnd & { readonly handle: string }) | undefined {
  const node = nodeOf(id);
  const main = node && mainPort(node);
  const handle = main === undefined ? undefined : handleId('out', main);
  const end = handle === undefined ? undefined : looseEnd({ node: id, handle });
  return end && handle !== undefined ? { ...end, handle } : undefined;
}

/** The kind at a loose end, on which side of a node it looks, and what the node is. */
function looseEnd({ node, handle }: NonNullable<AskedNode['loose']>): LooseEnd | undefined {
  const canvasNode = nodeOf(node);
  const kind = canvasNode && kindAtHandle(canvasNode, handle);
  if (!kind) return undefined;
  const { port } = parseHandle(handle);
  const about = { type: canvasNode.node.type, port, outputs: canvasNode.ports.outputs };
  return isSourceHandle(handle) ? { output: kind, ...about } : { input: kind, type: canvasNode.node.type, port };
}

/** Both ends of a wire, as loose ends. */
export function wireEnds(id: string): { readonly given: LooseEnd; readonly wanted: LooseEnd } | undefined {
  const wire = useEditor.getState().derived?.canvas.wires.find((one) => one.id === id);
  const given = wire && looseEnd({ node: wire.source, handle: wire.sourceHandle });
  const wanted = wire && looseEnd({ node: wire.target, handle: wire.targetHandle });
  return given && wanted ? { given, wanted } : undefined;
}
