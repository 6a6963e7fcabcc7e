import type { NodeRegistry } from '@jacquard/executor';
import {
  checkFlow,
  flowReach,
  migrateFlow,
  parseFlow,
  Problem,
  type Descriptors,
  type FlowDocument,
  type Issue,
  type JsonValue,
} from '@jacquard/flow';
import type { FlowStore, Space, StoredFlow } from '@jacquard/stores';
import type { Reach } from '@jacquard/protocol';

export interface DeskSources {
  readonly space: Space;
  readonly flows: FlowStore;
  readonly registry: NodeRegistry;
  secrets(): ReadonlySet<string>;
  /** Where node types send whose address the operator configures. */
  readonly providerOrigins: ReadonlyMap<string, string>;
}

/** Parsing, checking and consent of a space's flows. Nothing here runs anything. */
export class FlowDesk {
  readonly #sources: DeskSources;

  constructor(sources: DeskSources) {
    this.#sources = sources;
  }

  /** A migrated flow, or the reasons why it is none, and all of its issues. Never throws for what the document says. */
  async check(json: unknown): Promise<{ flow: FlowDocument | null; issues: Issue[] }> {
    const parsed = parseFlow(json);
    if (parsed.flow === undefined) return { flow: null, issues: [...parsed.issues] };
    const flow = this.#migrate(parsed.flow);
    const { registry, secrets } = this.#sources;
    const flows = await this.#subFlows(flow);
    const context = { flow: (id: string) => flows.get(id), secrets: secrets() };
    return { flow, issues: [...parsed.issues, ...checkFlow(flow, registry.descriptors, context)] };
  }

  /** The migrated document; throws `flow-invalid` with its issues when it can't be saved. */
  parse(json: unknown): FlowDocument {
    const { flow, issues } = parseFlow(json);
    if (flow === undefined) throw new Problem('flow-invalid', { issues: issues as unknown as JsonValue }); // boundary: issues are JSON
    return this.#migrate(flow);
  }

  /** Throws `flow-not-found`. */
  async get(id: string): Promise<StoredFlow> {
    const flow = await this.#sources.flows.get(this.#sources.space, id);
    if (flow === undefined) throw new Problem('flow-not-found', { id });
    return flow;
  }

  /** A flow that can be run: throws what makes its file unreadable, besides what `get` throws. */
  async runnable(id: string): Promise<StoredFlow> {
    const flow = await this.get(id);
    if (flow.broken !== undefined) throw new Problem(flow.broken.code, flow.broken.params);
    return flow;
  }

  /** What a run of the flow would use, and whether a person has agreed to each. */
  async reach(flow: StoredFlow): Promise<Reach[]> {
    const { registry, providerOrigins } = this.#sources;
    const flows = await this.#subFlows(flow.document);
    const context = { flow: (id: string) => flows.get(id) };
    const consents = new Set(flow.consents);
    return flowReach(flow.document, registry.descriptors, context).map(({ kind, name, nodes }) => {
      const shown = kind === 'address' ? (providerOrigins.get(name) ?? name) : name;
      return { kind, name: shown, nodes: [...nodes], agreed: !flow.imported || consents.has(`${kind}:${shown}`) };
    });
  }

  /** Throws `consent-needed` with what nobody has agreed to yet. */
  async requireConsent(flow: StoredFlow): Promise<void> {
    if (!flow.imported) return;
    const reaches = (await this.reach(flow)).filter(({ agreed }) => !agreed);
    if (reaches.length > 0) throw new Problem('consent-needed', { id: flow.id, reaches });
  }

  #migrate(flow: FlowDocument): FlowDocument {
    return migrateFlow(flow, (type) => this.#sources.registry.definition(type));
  }

  /** The flows that this one calls, and those that they call: for pure functions that can't wait for a store. */
  async #subFlows(flow: FlowDocument): Promise<ReadonlyMap<string, FlowDocument>> {
    const { flows, space, registry } = this.#sources;
    const found = new Map<string, FlowDocument>();
    const waiting = calledFlows(flow, registry.descriptors);
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const document = found.has(id) ? undefined : (await flows.get(space, id))?.document;
      if (document === undefined) continue;
      found.set(id, document);
      waiting.push(...calledFlows(document, registry.descriptors));
    }
    return found;
  }
}

function calledFlows(flow: { readonly nodes?: FlowDocument['nodes'] | undefined }, descriptors: Descriptors): string[] {
  return Object.values(flow.nodes ?? {}).flatMap((node) => {
    if (node.nodes !== undefined) return calledFlows(node, descriptors);
    const id = descriptors.get(node.type)?.role === 'sub-flow' ? node.inputs?.flow : undefined;
    return typeof id === 'string' ? [id] : [];
  });
}
