import { ownValue, parseAddress, type Kind, type Words } from '@jacquard/flow';
import { handleId, parseHandle } from './handle-id.ts';
import type { CanvasNode } from './project-flow.ts';
import type { CanvasWire } from './project-wires.ts';
import type { CrossingPort } from './view-flow.ts';

/** The end at a box's edge where a wire leaves it. Wires of one output share it. */
export function crossingOut(wire: CanvasWire, source: CanvasNode | undefined): CrossingPort {
  const { port } = parseAddress(wire.from);
  const label = (ownValue(source?.ports.outputs, port) ?? ownValue(source?.ports.inner, port))?.label;
  return { handle: handleId('outer', wire.from), label: named(source, wire.source, label, port), kind: wire.kind };
}

/** The end at a box's edge where a wire comes in. */
export function crossingIn(wire: CanvasWire, target: CanvasNode | undefined): CrossingPort {
  const { side, port } = parseHandle(wire.targetHandle);
  const input = side === 'in' ? ownValue(target?.ports.inputs, port) : undefined;
  return {
    handle: handleId('into', `${wire.target}/${wire.targetHandle}`),
    label: named(target, wire.target, input?.label, port),
    kind: input ? bound(input.kind, wire.kind) : wire.kind,
  };
}

/** A port that takes anything looks like what comes in. */
function bound(kind: Kind, wired: Kind | undefined): Kind {
  return kind.kind === 'any' || kind.kind === 'variable' ? (wired ?? kind) : kind;
}

function named(node: CanvasNode | undefined, id: string, port: Words | undefined, name: string): Words {
  const title = (language: 'en' | 'fr'): string => node?.node.title ?? node?.descriptor?.title[language] ?? id;
  return { en: `${title('en')} · ${port?.en ?? name}`, fr: `${title('fr')} · ${port?.fr ?? name}` };
}
