import { Problem, type FlowDocument, type JsonValue, type Message } from '@jacquard/flow';
import { admitRun } from '../access/admit-run.ts';
import type { KeyLedger } from '../access/key-ledger.ts';
import { callerOf, mayDo, type Principal } from '../access/principal.ts';
import type { FlowDesk } from '../flow-desk.ts';
import type { RunHandle, RunService } from '../run-service.ts';
import type { RunNotes } from '../start-run.ts';
import { parseFlowAddress } from './flow-address.ts';

export interface CallSources {
  readonly flows: FlowDesk;
  readonly runs: RunService;
  /** Keeps keys within their limits. */
  readonly ledger: KeyLedger;
  /** Flows are files, which are what is published. */
  readonly isProject: boolean;
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
   * `right-missing`, `not-published`, `version-not-found`.
   */
  async find(address: string, principal: Principal): Promise<CallableFlow> {
    const { id, version } = parseFlowAddress(address);
    const { flows, isProject } = this.#sources;
    const isDraft = version === 'draft';
    if (!mayDo(principal, isDraft ? 'draft' : 'call', id)) throw new Problem('flow-not-found', { id });
    if (!isDraft && !(isProject && version === undefined))
      throw new Problem(version === undefined ? 'not-published' : 'version-not-found', {
        id,
        version: String(version ?? ''),
      });
    const { document } = await flows.runnable(id);
    return { flowId: id, document };
  }

  /** Starts a run; `begun` of the run service tells when it is durable. Throws what `find`, `RunService.start` and `admitRun` throw. */
  async start(call: FlowCall): Promise<RunHandle> {
    const { address, principal, inputs, sessionId, parentMessageId, history, notes, signal } = call;
    const { flowId, document, version } = await this.find(address, principal);
    const { runs } = this.#sources;
    const start = () =>
      runs.start({
        flowId,
        document,
        version,
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
}
