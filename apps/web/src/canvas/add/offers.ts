import type { Descriptor, Kind, Language, NodePorts } from '@jacquard/flow';
import { fittingNodes, parseHandle, searchNodes, type CanvasNode, type LooseEnd } from '@jacquard/canvas';
import { useEditor } from '../../state/editor-store.ts';
import type { AskedNode } from './add-store.ts';

/** A node type in the list, with the port that it would be connected at. */
export interface Offer {
  readonly descriptor: Descriptor;
  readonly port: string | undefined;
}

/** What the list offers for a query: with a loose end only what fits, likeliest first. */
export function offersFor(asked: AskedNode, query: string, language: Language): readonly Offer[] {
  const { descriptors } = useEditor.getState();
  const end = asked.loose && looseEnd(asked.loose);
  if (!end)
    return searchNodes(descriptors.values(), query, language).map((descriptor) => ({ descriptor, port: undefined }));
  const fitting = fittingNodes(descriptors, end);
  const found = new Set(
    searchNodes(
      fitting.map(({ descriptor }) => descriptor),
      query,
      language,
    ),
  );
  return fitting.filter(({ descriptor }) => found.has(descriptor));
}

/** The kind at a loose end, and on which side of a node it looks. */
function looseEnd({ node, handle }: NonNullable<AskedNode['loose']>): LooseEnd | undefined {
  const canvasNode = useEditor.getState().derived?.canvas.nodes.find(({ id }) => id === node);
  const { side, port } = parseHandle(handle);
  const kind = canvasNode && kindAt(canvasNode, side, port);
  if (!kind) return undefined;
  return side === 'out' || side === 'inner' ? { output: kind } : { input: kind };
}

function kindAt({ ports }: CanvasNode, side: string, port: string): Kind | undefined {
  const places: Readonly<Record<string, keyof NodePorts>> = { out: 'outputs', inner: 'inner', in: 'inputs' };
  const place = places[side];
  return place ? ports[place][port]?.kind : { kind: 'any' };
}
