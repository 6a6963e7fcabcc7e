import { kindFits, type Descriptor, type Descriptors, type Kind } from '@jacquard/flow';

/** A type of node that takes a value into a flow or out of it, and its port. */
export interface InterfaceType {
  readonly descriptor: Descriptor;
  readonly port: string;
  readonly kind: Kind;
}

/** The flow input that suits a value of this kind best; conversations are for people. Undefined when none takes it. */
export function inputTypeFor(kind: Kind, descriptors: Descriptors): InterfaceType | undefined {
  return best(kind, typesOf('flow-input', 'outputs', descriptors));
}

/** The flow output that suits a value of this kind best. Undefined when none takes it. */
export function outputTypeFor(kind: Kind, descriptors: Descriptors): InterfaceType | undefined {
  return best(kind, typesOf('flow-output', 'inputs', descriptors));
}

function typesOf(
  role: 'flow-input' | 'flow-output',
  side: 'inputs' | 'outputs',
  descriptors: Descriptors,
): InterfaceType[] {
  return [...descriptors.values()].flatMap((descriptor) => {
    if (descriptor.role !== role || descriptor.isConversation === true) return [];
    const wired = Object.entries(descriptor[side]).find(
      ([, port]) => !('fieldOnly' in port) || port.fieldOnly !== true,
    );
    return wired ? [{ descriptor, port: wired[0], kind: wired[1].kind }] : [];
  });
}

/** The same kind, then JSON, which holds what has no input of its own, then what the value is converted to. */
function best(kind: Kind, types: readonly InterfaceType[]): InterfaceType | undefined {
  const same = types.find((type) => type.kind.kind === kind.kind && kindFits(kind, type.kind).fit !== 'refused');
  if (same) return same;
  const isUnknown = kind.kind === 'any' || kind.kind === 'variable';
  const fitting = types.filter((type) => isUnknown || kindFits(kind, type.kind).fit !== 'refused');
  return fitting.find((type) => type.kind.kind === 'json') ?? fitting[0];
}
