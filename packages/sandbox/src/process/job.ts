import type { SandboxLanguage } from '../run-request.ts';
import type { SandboxLimits } from '../sandbox-limits.ts';

/** What a process is asked: a line of JSON. It comes from the parent, and is trusted. */
export interface Job {
  readonly language: SandboxLanguage;
  readonly code: string;
  /** JSON text. */
  readonly inputs: string;
  readonly stdin: string;
  readonly files: readonly { readonly name: string; readonly base64: string }[];
  readonly limits: SandboxLimits;
  /** Absent: the code is run for what it gives. */
  readonly tests?: readonly { readonly name: string; readonly code: string }[] | undefined;
  readonly timePerTest: number;
}
