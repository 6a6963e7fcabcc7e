import {
  kindFits,
  portName,
  type Descriptor,
  type Descriptors,
  type Input,
  type InputPort,
  type Kind,
  type OutputPort,
} from '@jacquard/flow';
import { portRank } from './port-rank.ts';
import { usualReaders, usualSources } from './usual-neighbours.ts';

/** A node type that a wire can be drawn to, and the port at which it would end. */
export interface FittingNode {
  readonly descriptor: Descriptor;
  readonly port: string;
  readonly isConverted: boolean;
  /** What the node must hold so that it has the port: a template with a gap for what comes. */
  readonly inputs?: Readonly<Record<string, Input>> | undefined;
}

/** What else is known of the node at the loose end; it makes the order better. */
export interface LooseNode {
  readonly type?: string | undefined;
  readonly port?: string | undefined;
  /** All that it gives: who reads more of it is likelier. */
  readonly outputs?: Readonly<Record<string, OutputPort>> | undefined;
}

/** The loose end of a wire: an output that wants a reader, or an input that wants a source. */
export type LooseEnd = ({ readonly output: Kind } | { readonly input: Kind }) & LooseNode;

interface Ranked {
  readonly fitting: FittingNode;
  readonly rank: number;
}

/**
 * Node types that fit a loose end, likeliest first: what people put there most often, then the very kind before `any`,
 * needed ports before optional ones, and what is converted last.
 */
export function fittingNodes(descriptors: Descriptors, end: LooseEnd): FittingNode[] {
  const usual = usualAt(end);
  const found = [...descriptors.values()].flatMap((descriptor) => {
    const best = bestPort(descriptor, end);
    if (!best) return [];
    const place = usual.indexOf(descriptor.type);
    const rank = best.rank + (place < 0 ? 1000 : place * 10) - sharedOutputs(descriptor, end) * 5;
    return [{ ...best, rank }];
  });
  return found.toSorted((one, other) => one.rank - other.rank).map(({ fitting }) => fitting);
}

/** Node types that fit between the two ends of a wire, likeliest first: by what it gives, then by what it wants. */
export function nodesBetween(descriptors: Descriptors, given: LooseEnd, wanted: LooseEnd): FittingNode[] {
  const behind = fittingNodes(descriptors, given);
  const before = fittingNodes(descriptors, wanted).map(({ descriptor }) => descriptor.type);
  return behind.filter(({ descriptor }) => before.includes(descriptor.type) && descriptor.role !== 'component');
}

function usualAt(end: LooseEnd): readonly string[] {
  const [kind, usual] = 'output' in end ? [end.output, usualReaders] : [end.input, usualSources];
  const family = end.type?.split('.')[0] ?? '';
  return usual[`${family} ${kind.kind}`] ?? usual[kind.kind] ?? [];
}

function bestPort(descriptor: Descriptor, end: LooseEnd): Ranked | undefined {
  const ports: readonly (Ranked | undefined)[] =
    'output' in end
      ? [
          ...Object.entries(descriptor.inputs).map(([name, port], index) =>
            rankInput(descriptor, name, port, end, index),
          ),
          ...gapPorts(descriptor, end),
        ]
      : Object.entries(descriptor.outputs).map(([name, port], index) => {
          const { fit } = kindFits(port.kind, end.input);
          return ranked(descriptor, name, fit, end.input, index - (port.main === true ? 10 : 0));
        });
  return ports.filter((port) => port !== undefined).toSorted((one, other) => one.rank - other.rank)[0];
}

function rankInput(
  descriptor: Descriptor,
  name: string,
  port: InputPort,
  end: { readonly output: Kind } & LooseNode,
  index: number,
): Ranked | undefined {
  if (port.fieldOnly === true) return undefined;
  const { fit } = kindFits(end.output, port.kind);
  const named = name === end.port ? -8 : 0;
  const rarely = (port.optional === true ? 15 : 0) + (port.advanced === true ? 15 : 0);
  return ranked(descriptor, name, fit, port.kind, index + named + rarely);
}

function ranked(
  descriptor: Descriptor,
  port: string,
  fit: ReturnType<typeof kindFits>['fit'],
  target: Kind,
  more: number,
): Ranked | undefined {
  if (fit === 'refused') return undefined;
  const rank = portRank(fit, target, false) * 20 + more / 100;
  return { fitting: { descriptor, port, isConverted: fit === 'converted' }, rank };
}

/** A text with gaps has a port for what comes once a gap for it is written. */
function gapPorts(descriptor: Descriptor, end: { readonly output: Kind } & LooseNode): (Ranked | undefined)[] {
  return (descriptor.portsFrom ?? []).map((rule) => {
    if (rule.rule !== 'template-variables') return undefined;
    const port = portName(end.port ?? 'text');
    if (Object.hasOwn(descriptor.inputs, port)) return undefined;
    const found = ranked(descriptor, port, kindFits(end.output, rule.kind).fit, rule.kind, 0);
    return found && { ...found, fitting: { ...found.fitting, inputs: { [rule.input]: `{{${port}}}` } } };
  });
}

/** A node that reads more of what is given than the one wire is likelier by half a place for each. */
function sharedOutputs(descriptor: Descriptor, { outputs = {} }: LooseEnd): number {
  const shared = Object.entries(outputs).filter(([name, { kind }]) => {
    const port = Object.hasOwn(descriptor.inputs, name) ? descriptor.inputs[name] : undefined;
    return port && port.fieldOnly !== true && kindFits(kind, port.kind).fit === 'same';
  });
  return shared.length;
}
