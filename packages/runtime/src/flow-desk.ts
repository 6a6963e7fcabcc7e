import type { NodeRegistry } from '@jacquard/executor';
import {
  checkFlow,
  flowReach,
  migrateFlow,
  namedInFlow,
  parseFlow,
  Problem,
  type FlowDocument,
  type FlowReach,
  type Issue,
  type JsonValue,
} from '@jacquard/flow';
import type { FlowStore, KnowledgeStore, Space, StoredFlow, StoredKnowledge } from '@jacquard/stores';
import type { Reach } from '@jacquard/protocol';

export interface DeskSources {
  readonly space: Space;
  readonly flows: FlowStore;
  readonly knowledge: Pick<KnowledgeStore, 'get' | 'list'>;
  readonly registry: NodeRegistry;
  secrets(): ReadonlySet<string>;
  /** Where node types send whose address the operator configures. */
  readonly providerOrigins: ReadonlyMap<string, string>;
}

/** What a reach names where a setting says which base it is. */
const anyBase = '*';

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
    const flows = await this.subFlows(flow);
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

  /** The document of a flow whose file can be read. */
  async find(id: string): Promise<FlowDocument | undefined> {
    const flow = await this.#sources.flows.get(this.#sources.space, id);
    return flow?.broken === undefined ? flow?.document : undefined;
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
    const flows = await this.subFlows(flow.document);
    const bases = await this.#basesOf(flow.document);
    const reachOf = (isKnown: (base: StoredKnowledge) => boolean): FlowReach[] => {
      const known = bases.filter(isKnown);
      return flowReach(flow.document, registry.descriptors, {
        flow: (id) => flows.get(id),
        knowledge: (id) => known.filter((base) => id === anyBase || base.id === id).map(({ document }) => document),
      });
    };
    // Of a flow made here all is agreed to, but for what a base that came from elsewhere brings in.
    const own = flow.imported ? [] : reachOf(({ imported }) => !imported);
    const agreed = new Set(own.map(({ kind, name }) => `${kind}:${name}`));
    const consents = new Set(flow.consents);
    return reachOf(() => true).map(({ kind, name, nodes }) => {
      const shown = kind === 'address' ? (providerOrigins.get(name) ?? name) : name;
      const isAgreed = agreed.has(`${kind}:${name}`) || consents.has(`${kind}:${shown}`);
      return { kind, name: shown, nodes: [...nodes], agreed: isAgreed };
    });
  }

  /** Throws `consent-needed` with what nobody has agreed to yet. */
  async requireConsent(flow: StoredFlow): Promise<void> {
    if (!flow.imported && (await this.#basesOf(flow.document)).length === 0) return;
    const reaches = (await this.reach(flow)).filter(({ agreed }) => !agreed);
    if (reaches.length > 0) throw new Problem('consent-needed', { id: flow.id, reaches });
  }

  /**
   * Notes down as agreed to what a flow of one's own reaches, before something from elsewhere comes into it: then only
   * what is new is asked. Does nothing for a flow that is imported already.
   */
  async agreeToOwn(id: string): Promise<void> {
    const flow = await this.get(id);
    if (flow.imported) return;
    const own = (await this.reach(flow)).filter(({ agreed }) => agreed);
    await this.#sources.flows.consent(
      this.#sources.space,
      id,
      own.map(({ kind, name }) => `${kind}:${name}`),
    );
  }

  #migrate(flow: FlowDocument): FlowDocument {
    return migrateFlow(flow, (type) => this.#sources.registry.definition(type));
  }

  /** Ids of the knowledge bases that a run of the flow would search, sub-flows' ones included, whether they are there or not. */
  async knowledgeOf(flow: FlowDocument): Promise<readonly string[]> {
    const { descriptors } = this.#sources.registry;
    const flows = [flow, ...(await this.subFlows(flow)).values()];
    return [...new Set(flows.flatMap((one) => namedInFlow(one, descriptors, 'knowledge')))];
  }

  /** Those that it names; all, where a setting says which. */
  async #basesOf(flow: FlowDocument): Promise<readonly StoredKnowledge[]> {
    const { knowledge, space, registry } = this.#sources;
    const flows = await this.subFlows(flow);
    const reaches = flowReach(flow, registry.descriptors, { flow: (id) => flows.get(id) });
    const ids = reaches.filter(({ kind }) => kind === 'knowledge').map(({ name }) => name);
    if (ids.includes(anyBase)) return knowledge.list(space);
    const bases = await Promise.all(ids.map((id) => knowledge.get(space, id)));
    return bases.filter((base) => base !== undefined);
  }

  /** The flows that this one calls, and those that they call: for pure functions that can't wait for a store. */
  async subFlows(flow: FlowDocument): Promise<ReadonlyMap<string, FlowDocument>> {
    const { flows, space, registry } = this.#sources;
    const found = new Map<string, FlowDocument>();
    const calledIn = (document: FlowDocument): string[] => namedInFlow(document, registry.descriptors, 'flow');
    const waiting = calledIn(flow);
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const document = found.has(id) ? undefined : (await flows.get(space, id))?.document;
      if (document === undefined) continue;
      found.set(id, document);
      waiting.push(...calledIn(document));
    }
    return found;
  }
}
