import type { JsonValue, PauseForm } from '@jacquard/flow';
import type { Ports, ValueOf } from './port.ts';
import type { Services } from './services.ts';

/** The values of ports by name. An optional port's key may be absent. */
export type PortValues<P extends Ports> = { readonly [K in keyof P]: ValueOf<P[K]> };

/** What a node's `run` gets. */
export interface StepContext<I extends Ports> {
  readonly inputs: PortValues<I>;
  /** Values of the input ports that a field decides (`portsFrom`), by port name. */
  readonly extra: Readonly<Record<string, JsonValue>>;
  /** Names of the output ports that a field decides, in order. */
  readonly extraOutputs: readonly string[];
  /** Aborted when the run is cancelled or the step's time is over. */
  readonly signal: AbortSignal;
  readonly services: Services;
  /** Drawn by the executor and recorded; a node that samples passes it on. */
  readonly seed: number;
  /** The same for every attempt at this step, also after a restart: for services that take an idempotency key. */
  readonly idempotencyKey: string;
  /** What a person answered to the pause that this step yielded, and the state that it yielded with it. */
  readonly resumed?: { readonly answer: JsonValue; readonly state: JsonValue | undefined } | undefined;
  /** Runs when the step ends, however it ends; the last deferred first. */
  defer(release: () => void | Promise<void>): void;
}

/**
 * What a running node may yield: a piece of a text output, progress, or an item of its insides. A pause ends this call of `run`: when a
 * person has answered, after minutes or days and in another process maybe, `run` is called again with `resumed`.
 */
export type StepYield<O extends Ports> =
  | { readonly port: keyof O & string; readonly delta: string }
  | { readonly progress: { readonly done: number; readonly total?: number; readonly unit?: string } }
  | { readonly trace: { readonly form: string; readonly data: JsonValue } }
  | StepPause;

/** A step waits for a person: what is asked, and what it goes on from. */
export interface StepPause {
  readonly pause: PauseForm;
  readonly state?: JsonValue | undefined;
}
