import type { Problem } from '@jacquard/flow';
import type { FileFact } from '../fetchable-model.ts';

/** What must come, as far as the source says. */
export interface ExpectedFile {
  readonly size: number;
  /** Absent where the source states none: then the file is kept under the one that is computed while it comes. */
  readonly sha256?: string | undefined;
  /** A strong entity tag (RFC 9110, 8.8.3), by which a cut download can go on where there is no checksum. */
  readonly tag?: string | undefined;
}

/** Where a file is fetched from: an `http(s)` address, or the path of a file on this machine. */
export type FilePlace = RemotePlace | { readonly path: string };

/** An address, and what goes along with a request for it. */
export interface RemotePlace {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Name of a secret that the guarded client attaches for its own origins alone: a redirect elsewhere goes without. */
  readonly secret?: string | undefined;
}

/** Where a source says a file of the model is, and what must come. */
export interface LocatedFile {
  readonly at: FilePlace;
  readonly expected: ExpectedFile;
  /** What was located is a zip archive (a Python wheel), and this is the model in it. */
  readonly member?: { readonly name: string; readonly expected: FileFact };
  /** Says what a refusal means there: that the model's terms must be accepted first. */
  readonly explain?: ((answer: Response) => Problem | undefined) | undefined;
}

/** One place that a model can come from. */
export interface ModelSource {
  readonly id: 'mirror' | 'hugging-face' | 'python-package' | 'address' | 'file';
  /**
   * Finds the model's file, or its files in order. Throws a problem when the source has no answer: `model-source-absent`,
   * `model-source-unreachable`, `model-gated`, `network-refused`…
   */
  locate(signal: AbortSignal): Promise<LocatedFile[]>;
}
