/** Marks problems of the product; see `Problem` in the flow package, whose shape this has without importing it. */
const marker = Symbol.for('jacquard.problem');

/** Codes that the sandbox itself can fail with; an error of the code that it runs is no failure, but in the report. */
export type SandboxProblemCode = 'sandbox-refused' | 'sandbox-unavailable' | 'sandbox-busy' | 'sandbox-closed';

/** The sandbox could not run code: stable code and params, no sentence. `Problem.is` is true for it. */
export class SandboxProblem extends Error {
  readonly [marker] = true;
  readonly code: SandboxProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly kind: 'user' | 'operational';
  readonly node = undefined;
  readonly retryAfter = undefined;

  constructor(code: SandboxProblemCode, params: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, { cause });
    this.name = 'SandboxProblem';
    this.code = code;
    this.params = params;
    this.kind = code === 'sandbox-refused' ? 'user' : 'operational';
  }

  /** The data to store or send. */
  toData(): Pick<SandboxProblem, 'code' | 'params' | 'kind' | 'node'> {
    return { code: this.code, params: this.params, kind: this.kind, node: this.node };
  }
}
