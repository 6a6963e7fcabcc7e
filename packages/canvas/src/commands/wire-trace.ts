import type { ReadingSide, ReplaceAt } from './rewire-node.ts';

/** A place of a node at which something is read. */
export interface WirePlace {
  readonly node: string;
  readonly side: ReadingSide;
  readonly port: string;
}

/** A wire that ends: what it read before anything was changed, and where. */
export interface CutWire {
  readonly from: string;
  readonly to: WirePlace;
}

/** What became of wires while a command went over them, perhaps several times. */
export interface WireTrace {
  /** By the wire as it is now: its source as it was at first. */
  readonly origins: Map<string, string>;
  readonly cut: CutWire[];
}

/** A wire as a text that can be looked up. */
export function wireKey(from: string, { node, side, port }: WirePlace): string {
  return JSON.stringify([from, node, side, port]);
}

/** Notes what `replace` does to what a node reads. */
export function traced(trace: WireTrace, node: string, replace: ReplaceAt): ReplaceAt {
  return (address, side, port) => {
    const next = replace(address, side, port);
    if (next === address) return address;
    const to = { node, side, port };
    const origin = trace.origins.get(wireKey(address, to)) ?? address;
    if (next === undefined) trace.cut.push({ from: origin, to });
    else trace.origins.set(wireKey(next, to), origin);
    return next;
  };
}
