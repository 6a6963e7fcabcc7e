type Param = string | number | boolean | readonly string[];

/** Marks problems of the product; see `Problem` in the flow package, whose shape this has without importing it. */
const marker = Symbol.for('jacquard.problem');

/** Codes that a request can fail with. Each has a sentence in both languages. */
export type NetworkProblemCode =
  | 'network-refused'
  | 'network-unreachable'
  | 'network-untrusted'
  | 'network-timeout'
  | 'network-interrupted'
  | 'network-too-many-redirects'
  | 'answer-too-large'
  | 'secret-missing'
  | 'secret-not-sendable'
  | 'secret-origin-refused';

/** A request that was refused or failed: stable code and params, no sentence. `Problem.is` is true for it. */
export class NetworkProblem extends Error {
  readonly [marker] = true;
  readonly code: NetworkProblemCode;
  readonly params: Readonly<Record<string, Param>>;
  readonly kind = 'operational';
  readonly node = undefined;
  readonly retryAfter = undefined;

  constructor(code: NetworkProblemCode, params: Readonly<Record<string, Param>>, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, { cause });
    this.name = 'NetworkProblem';
    this.code = code;
    this.params = params;
  }

  /** The data to store or send. */
  toData(): { code: string; params: Readonly<Record<string, Param>>; kind: 'operational'; node: undefined } {
    return { code: this.code, params: this.params, kind: this.kind, node: this.node };
  }
}
