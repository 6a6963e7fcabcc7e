import {
  applyOverrides,
  Problem,
  type Descriptors,
  type FlowDocument,
  type JsonValue,
  type Message,
} from '@jacquard/flow';
import { admitRun } from '../access/admit-run.ts';
import type { KeyLedger } from '../access/key-ledger.ts';
import { callerOf, mayDo, type Principal } from '../access/principal.ts';
import type { FlowDesk } from '../flow-desk.ts';
import type { PublishDesk } from '../publishing/publish-desk.ts';
import type { RunHandle, RunService } from '../run-service.ts';
import type { RunNotes } from '../start-run.ts';
import { parseFlowAddress } from './flow-address.ts';

export interface CallSources {
  readonly flows: Pick<FlowDesk, 'subFlows'>;
  readonly publishing: Pick<PublishDesk, 'resolve'>;
  readonly descriptors: Descriptors;
  readonly runs: RunService;
  /** Keeps keys within their limits. */
  readonly ledger: KeyLedger;
}

/** A flow that may be run as it is: a draft, or a published version. */
export interface CallableFlow {
  readonly flowId: string;
  readonly document: FlowDocument;
  /** The number of the published version. */
  readonly version?: number | undefined;
  /** The documents of its sub-flows that were published with it. */
  readonly flows?: Readonly<Record<string, FlowDocument>> | undefined;
}

/** A call from outside, by whichever way it came. */
export interface FlowCall {
  /** `id`, `id@draft`, `id@3`, `id@label`. */
  readonly address: string;
  readonly principal: Principal;
  readonly inputs?: Readonly<Record<string, JsonValue>> | undefined;
  /** Values of fields that the flow allows its callers to set, by `node.input`. */
  readonly overrides?: Readonly<Record<string, JsonValue>> | undefined;
  readonly sessionId?: string | undefined;
  readonly parentMessageId?: string | null | undefined;
  /** What was said before, from a caller who keeps the conversation itself: goes before the session's. */
  readonly history?: readonly Message[] | undefined;
  /** What is noted with the run. */
  readonly notes?: RunNotes | undefined;
  /** Gives up waiting for the session's turn. A run that has begun goes on. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * The one way from a caller to a run: REST, the OpenAI-compatible API, MCP and whatever comes go through here. A caller's command is
 * the consent: nothing is asked; kept values are those of pure steps, unless the flow says otherwise.
 */
export class CallDesk {
  readonly #sources: CallSources;

  constructor(sources: CallSources) {
    this.#sources = sources;
  }

  /**
   * What an address names, for one who may call it. Throws `flow-not-found` (for flows that the principal has no right to, too),
   * `not-published`, `version-not-found`, `version-not-published`, `label-not-found`.
   */
  async find(address: string, principal: Principal): Promise<CallableFlow> {
    const { id, version } = parseFlowAddress(address);
    if (!mayDo(principal, version === 'draft' ? 'draft' : 'call', id)) throw new Problem('flow-not-found', { id });
    const { number, document, flows } = await this.#sources.publishing.resolve(id, version);
    return { flowId: id, document, version: number, flows };
  }

  /**
   * Starts a run; `begun` of the run service tells when it is durable. Throws what `find`, `applyOverrides`, `RunService.start` and
   * `admitRun` throw.
   */
  async start(call: FlowCall): Promise<RunHandle> {
    const { address, principal, inputs, sessionId, parentMessageId, history, notes, signal } = call;
    const found = await this.find(address, principal);
    const { flowId, version, flows } = found;
    const document = await this.#overridden(found, call.overrides);
    const { runs } = this.#sources;
    const start = () =>
      runs.start({
        flowId,
        document,
        version,
        flows,
        inputs,
        sessionId,
        parentMessageId,
        history,
        notes,
        signal,
        reuse: document.reuse === 'all' ? 'editor' : 'pure',
        by: 'api',
        caller: callerOf(principal),
      });
    return admitRun(this.#sources, principal, start);
  }

  async #overridden({ document, flows }: CallableFlow, overrides: FlowCall['overrides']): Promise<FlowDocument> {
    if (overrides === undefined) return document;
    const known = flows === undefined ? await this.#sources.flows.subFlows(document) : new Map(Object.entries(flows));
    return applyOverrides(document, this.#sources.descriptors, overrides, { flow: (id) => known.get(id) });
  }
}
