import { createHash } from 'node:crypto';
import { canonicalJson, nodesById, Problem, type FlowDocument, type JsonValue } from '@jacquard/flow';
import { pinSchema, type Pin } from '@jacquard/protocol';
import type { Space, Stores } from '@jacquard/stores';
import type { FileDesk } from './file-desk.ts';
import { loadReferences } from './load-references.ts';

type Outputs = Readonly<Record<string, JsonValue>>;

/** Values whose canonical JSON is longer are shown as references, in bytes. */
const largestShown = 64 * 1024;
/** The most that the outputs of one node may have together, in bytes of JSON. */
const largest = 32 * 1024 * 1024;
const previewLength = 500;

export interface PinSources {
  readonly space: Space;
  readonly stores: Pick<Stores, 'preferences' | 'values'>;
  readonly files: FileDesk;
}

/**
 * The pinned values of the drafts of a space's flows: what a node gives in runs from the editor instead of running. They
 * stand beside the document, never in it, so that a saved, shared or published flow has none.
 */
export class PinDesk {
  readonly #sources: PinSources;

  constructor(sources: PinSources) {
    this.#sources = sources;
  }

  /** The pins of a flow, large values as references, in the order of the nodes' ids. */
  async list(flowId: string): Promise<Pin[]> {
    return [...(await this.#read(flowId)).values()].map((pin) => ({ ...pin, outputs: shorten(pin.outputs) }));
  }

  /** One pin with its values in full; throws `pin-not-found`. */
  async get(flowId: string, node: string): Promise<Pin> {
    const pin = pinSchema.safeParse(await this.#preferences.get(this.#sources.space, keyOf(flowId, node))).data;
    if (pin === undefined) throw new Problem('pin-not-found', { node });
    return pin;
  }

  /** What a run is given, by node. */
  async outputs(flowId: string): Promise<Readonly<Record<string, Outputs>>> {
    return Object.fromEntries([...(await this.#read(flowId)).values()].map(({ node, outputs }) => [node, outputs]));
  }

  /**
   * Pins the outputs of a node. References and files in them are taken from the run `runId`; files may also be the flow's
   * own. Throws `node-not-found`, `value-not-found`, `file-not-found` and `pin-too-large`.
   */
  async set(
    flow: { readonly id: string; readonly document: FlowDocument },
    node: string,
    given: { readonly outputs: Outputs; readonly runId?: string | undefined },
  ): Promise<Pin> {
    const { space, stores, files } = this.#sources;
    if (!nodesById(flow.document).has(node)) throw new Problem('node-not-found', { id: node });
    const outputs = await loadReferences({ values: stores.values, space }, given.runId, given.outputs);
    const size = Buffer.byteLength(JSON.stringify(outputs));
    if (size > largest) throw new Problem('pin-too-large', { size, limit: largest });
    const held = await files.filesWithin(flow.id, outputs, given.runId);
    await files.holdForFlow(flow.id, held);
    const pin: Pin = { node, outputs, at: Date.now() };
    await this.#preferences.set(space, keyOf(flow.id, node), pin);
    return { ...pin, outputs: shorten(outputs) };
  }

  /** Unpins; nothing happens when there is no pin. */
  async delete(flowId: string, node: string): Promise<void> {
    await this.#preferences.delete(this.#sources.space, keyOf(flowId, node));
  }

  /** Unpins all nodes of a flow. */
  async clear(flowId: string): Promise<void> {
    for (const node of (await this.#read(flowId)).keys()) await this.delete(flowId, node);
  }

  get #preferences(): Stores['preferences'] {
    return this.#sources.stores.preferences;
  }

  async #read(flowId: string): Promise<ReadonlyMap<string, Pin>> {
    const found = await this.#preferences.list(this.#sources.space, keyOf(flowId, ''));
    const pins = [...found.values()].flatMap((value) => pinSchema.safeParse(value).data ?? []);
    return new Map(pins.map((pin) => [pin.node, pin]));
  }
}

/** Ids of flows and nodes hold no colon. */
function keyOf(flowId: string, node: string): string {
  return `pin:${flowId}:${node}`;
}

function shorten(outputs: Outputs): Record<string, JsonValue> {
  return Object.fromEntries(Object.entries(outputs).map(([port, value]) => [port, shortened(value)]));
}

/** In the form in which the events of a run have large values, so that both can be compared. */
function shortened(value: JsonValue): JsonValue {
  const text = canonicalJson(value);
  const size = Buffer.byteLength(text);
  if (size <= largestShown) return value;
  const ref = createHash('sha256').update(text).digest('hex');
  const kind = typeof value === 'string' ? 'text' : 'json';
  return { ref, kind, size, preview: (typeof value === 'string' ? value : text).slice(0, previewLength) };
}
