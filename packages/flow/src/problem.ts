import type { JsonValue } from './json.ts';

/** Who can do something about an error: its user, the operator of the machine, or the developers. */
export type ProblemKind = 'user' | 'operational' | 'bug';

const marker = Symbol.for('jacquard.problem');

/** The data of an error as it is stored and sent. */
export interface ProblemData {
  readonly code: string;
  readonly params: Readonly<Record<string, JsonValue>>;
  readonly kind: ProblemKind;
  readonly node?: string | undefined;
}

/**
 * The one error base of the product. It has a stable `code` and `params` and no sentence of its own: that is made by
 * `@jacquard/messages` where it is read. `message` holds code and params for logs.
 */
export class Problem extends Error {
  readonly [marker] = true;
  readonly code: string;
  readonly params: Readonly<Record<string, JsonValue>>;
  readonly kind: ProblemKind;
  readonly node: string | undefined;
  /** Seconds after which another try may succeed, where the other side said so. */
  readonly retryAfter: number | undefined;

  constructor(
    code: string,
    params: Readonly<Record<string, JsonValue>> = {},
    options: { kind?: ProblemKind; node?: string; cause?: unknown; retryAfter?: number } = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`, { cause: options.cause });
    this.name = 'Problem';
    this.code = code;
    this.params = params;
    this.kind = options.kind ?? 'user';
    this.node = options.node;
    this.retryAfter = options.retryAfter;
  }

  /** True for problems of any copy of this package. */
  static is(error: unknown): error is Problem {
    return typeof error === 'object' && error !== null && marker in error;
  }

  /** The data to store or send. */
  toData(): ProblemData {
    return { code: this.code, params: this.params, kind: this.kind, node: this.node };
  }
}
