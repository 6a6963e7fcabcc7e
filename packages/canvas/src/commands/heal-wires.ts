import { kindFits, nodesById, type Descriptors, type FlowDocument, type PortsContext } from '@jacquard/flow';
import { inOrder, type Command } from '../command.ts';
import { errorBroughtBy } from '../connection/error-brought-by.ts';
import { projectFlow, type CanvasFlow } from '../projection/project-flow.ts';
import type { CanvasWire } from '../projection/project-wires.ts';
import { deleteSelection } from './delete-selection.ts';
import { readingEnd, rewireEnd } from './rewire-end.ts';

/** What deleting nodes and joining the ends does. `joined`: wires that go on; `cut`: wires behind them that end. */
export interface Healing {
  readonly command: Command;
  readonly joined: number;
  readonly cut: number;
}

/**
 * Deletes nodes and joins what stood before them to what stood behind, where the kinds fit.
 *
 *     before ──▶ ╳node╳ ──▶ behind        before ─────────▶ behind
 */
export function deleteAndJoin(
  flow: FlowDocument,
  descriptors: Descriptors,
  ids: readonly string[],
  context: PortsContext = {},
): Healing {
  const canvas = projectFlow(flow, descriptors, context);
  const gone = withInner(flow, ids);
  const behind = canvas.wires.filter(({ source, target }) => gone.has(source) && !gone.has(target));
  const remove = deleteSelection({ nodes: ids });
  const joins: Command[] = [];
  for (const wire of behind) {
    const next = sourcesBefore(wire, canvas, gone)[0];
    if (next === undefined) continue;
    const join = joinEnd(wire, next.from);
    if (!errorBroughtBy(flow, descriptors, inOrder(...joins, join, remove))) joins.push(join);
  }
  return { command: inOrder(...joins, remove), joined: joins.length, cut: behind.length - joins.length };
}

function withInner(flow: FlowDocument, ids: readonly string[]): ReadonlySet<string> {
  const gone = new Set(ids);
  for (const { id, parent } of nodesById(flow).values()) if (parent !== undefined && gone.has(parent)) gone.add(id);
  return gone;
}

/** What a wire out of deleted nodes could read instead, likeliest first: the same kind before what is converted. */
function sourcesBefore(wire: CanvasWire, canvas: CanvasFlow, gone: ReadonlySet<string>): readonly CanvasWire[] {
  const end = readingEnd(wire);
  const target = canvas.nodes.find(({ id }) => id === end.node);
  const wanted = end.side === 'in' ? target?.ports.inputs[end.port]?.kind : undefined;
  const found: { readonly wire: CanvasWire; readonly rank: number }[] = [];
  const seen = new Set<string>();
  const climb = (node: string, depth: number): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const into of canvas.wires.filter(({ target }) => target === node)) {
      if (gone.has(into.source)) climb(into.source, depth + 1);
      else {
        const fit = into.kind && wanted ? kindFits(into.kind, wanted).fit : 'same';
        if (fit !== 'refused') found.push({ wire: into, rank: (fit === 'converted' ? 100 : 0) + depth });
      }
    }
  };
  climb(wire.source, 0);
  return found.toSorted((one, other) => one.rank - other.rank).map(({ wire: into }) => into);
}

/** The end reads `next` in place of the wire; an end that reads it already only loses the wire. */
function joinEnd(wire: CanvasWire, next: string): Command {
  const end = readingEnd(wire);
  return (draft) => {
    let isRead = false;
    rewireEnd(end, (address) => {
      if (address === next) isRead = true;
      return address;
    })(draft);
    rewireEnd(end, (address) => (address === wire.from ? (isRead ? undefined : next) : address))(draft);
  };
}
