import type { CanvasNode } from '@jacquard/canvas';
import { valueFits, valueReferenceSchema, type JsonValue, type ValueMisfit } from '@jacquard/flow';

export interface PinMisfit {
  readonly code: ValueMisfit['code'] | 'output-unknown' | 'output-missing';
  readonly params: Readonly<Record<string, JsonValue>>;
}

/**
 * Why a node can't give these outputs as it is now; the executor says the same when a run begins. A value of which only a
 * reference is here is taken as fine.
 */
export function pinMisfit(
  { node, descriptor, ports }: Pick<CanvasNode, 'node' | 'descriptor' | 'ports'>,
  outputs: Readonly<Record<string, JsonValue>>,
): PinMisfit | undefined {
  for (const [port, value] of Object.entries(outputs)) {
    const kind = Object.hasOwn(ports.outputs, port) ? ports.outputs[port]?.kind : undefined;
    if (kind === undefined) return { code: 'output-unknown', params: { port } };
    const isReference = valueReferenceSchema.strict().safeParse(value).success;
    const misfit = isReference ? undefined : valueFits(value, kind);
    if (misfit !== undefined) return { code: misfit.code, params: { ...misfit.params, port } };
  }
  const mayLack = descriptor?.role !== 'step' || typeof node.onError === 'object' || Object.hasOwn(outputs, 'error');
  const missing = Object.keys(ports.outputs).find((port) => port !== 'error' && !Object.hasOwn(outputs, port));
  return mayLack || missing === undefined ? undefined : { code: 'output-missing', params: { port: missing } };
}
