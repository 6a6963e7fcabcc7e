import { kindFits, type Descriptor, type Descriptors, type Kind } from '@jacquard/flow';

/** A node type that a wire can be drawn to, and the port at which it would end. */
export interface FittingNode {
  readonly descriptor: Descriptor;
  readonly port: string;
  readonly isConverted: boolean;
}

/** The loose end of a wire: an output that wants a reader, or an input that wants a source. */
export type LooseEnd = { readonly output: Kind } | { readonly input: Kind };

/** Node types that fit a loose end, likeliest first: the very kind before `any`, needed ports before optional ones. */
export function fittingNodes(descriptors: Descriptors, end: LooseEnd): FittingNode[] {
  const found: { fitting: FittingNode; rank: number }[] = [];
  for (const descriptor of descriptors.values()) {
    const best = bestPort(descriptor, end);
    if (best) found.push(best);
  }
  return found.toSorted((one, other) => one.rank - other.rank).map(({ fitting }) => fitting);
}

function bestPort(descriptor: Descriptor, end: LooseEnd): { fitting: FittingNode; rank: number } | undefined {
  const ports =
    'output' in end
      ? Object.entries(descriptor.inputs)
          .filter(([, port]) => port.fieldOnly !== true)
          .map(([name, port]) => ({
            name,
            kind: port.kind,
            from: end.output,
            to: port.kind,
            isOptional: port.optional === true,
          }))
      : Object.entries(descriptor.outputs).map(([name, port]) => ({
          name,
          kind: port.kind,
          from: port.kind,
          to: end.input,
          isOptional: false,
        }));
  const ranked = ports.flatMap(({ name, kind, from, to, isOptional }, index) => {
    const fit = kindFits(from, to).fit;
    if (fit === 'refused') return [];
    const isOpen = kind.kind === 'any' || kind.kind === 'variable';
    const rank = (fit === 'converted' ? 20 : 0) + (isOpen ? 10 : 0) + (isOptional ? 5 : 0) + index;
    return [{ fitting: { descriptor, port: name, isConverted: fit === 'converted' }, rank }];
  });
  return ranked.toSorted((one, other) => one.rank - other.rank)[0];
}
