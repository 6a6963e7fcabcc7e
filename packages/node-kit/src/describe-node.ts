import type { Descriptor, InputPort, NodeRole, OutputPort } from '@jacquard/flow';
import type { Definition, StepTraits } from './node-definition.ts';
import type { Ports } from './port.ts';

/** Derives the descriptor of a definition: data alone, in a fixed order of keys. */
export function describeNode(
  definition: Definition<Ports, Ports> & { readonly inner?: Ports },
  role: NodeRole,
  traits: StepTraits,
): Descriptor {
  return {
    type: definition.type,
    version: definition.version,
    role,
    title: definition.title,
    summary: definition.summary,
    ...(definition.documentation && { documentation: definition.documentation }),
    ...(definition.keywords && { keywords: definition.keywords }),
    icon: definition.icon,
    inputs: mapPorts(definition.inputs, inputOf),
    outputs: mapPorts(definition.outputs, outputOf),
    ...(definition.inner && { inner: mapPorts(definition.inner, outputOf) }),
    ...(definition.requiresOneOf && { requiresOneOf: [...definition.requiresOneOf] }),
    ...(definition.portsFrom && { portsFrom: [...definition.portsFrom] }),
    ...(definition.isConversation !== undefined && { isConversation: definition.isConversation }),
    ...(definition.composes && { composes: definition.composes }),
    ...(definition.bound && { bound: definition.bound }),
    ...(definition.unfolds && { unfolds: [...definition.unfolds] }),
    determinism: traits.determinism,
    effects: traits.effects,
    reaches: traits.reaches,
    ...(traits.reachesFrom !== undefined && { reachesFrom: traits.reachesFrom }),
    example: definition.example,
  };
}

function mapPorts<T>(ports: Ports, map: (port: Ports[string]['port']) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(ports).map(([name, { port }]) => [name, map(port)]));
}

function inputOf(port: Ports[string]['port']): InputPort {
  const { streams: _streams, main: _main, cited: _cited, ...input } = port;
  return input;
}

function outputOf({ kind, label, help, streams, main, cited }: Ports[string]['port']): OutputPort {
  return {
    kind,
    label,
    ...(help && { help }),
    ...(streams !== undefined && { streams }),
    ...(main !== undefined && { main }),
    ...(cited !== undefined && { cited }),
  };
}
