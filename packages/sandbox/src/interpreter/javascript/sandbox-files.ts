import { isFileName } from '../../file-name.ts';

/** Files of one run, in memory: those given, and those that the code writes within the limits. */
export class SandboxFiles {
  readonly #files = new Map<string, Uint8Array>();
  readonly #written = new Set<string>();
  readonly #most: { readonly files: number; readonly fileBytes: number };
  #bytes = 0;

  constructor(
    given: readonly { readonly name: string; readonly base64: string }[],
    most: { readonly files: number; readonly fileBytes: number },
  ) {
    this.#most = most;
    for (const { name, base64 } of given) this.#put(name, Buffer.from(base64, 'base64'));
  }

  names(): readonly string[] {
    return [...this.#files.keys()];
  }

  read(name: string): Uint8Array | undefined {
    return this.#files.get(plainName(name));
  }

  /** Why it can't be written, in words for the code; undefined when it was. */
  write(name: string, bytes: Uint8Array): string | undefined {
    const plain = plainName(name);
    if (!isFileName(plain)) return `no name for a file: ${name}`;
    const before = this.#files.get(plain)?.byteLength ?? 0;
    if (!this.#files.has(plain) && this.#files.size >= this.#most.files) return 'too many files';
    if (this.#bytes - before + bytes.byteLength > this.#most.fileBytes) return 'no room left for files';
    this.#put(plain, Buffer.from(bytes));
    this.#written.add(plain);
    return undefined;
  }

  /** Those that the code has written. */
  written(): { readonly name: string; readonly base64: string }[] {
    return [...this.#written].map((name) => ({
      name,
      base64: Buffer.from(this.#files.get(name) ?? []).toString('base64'),
    }));
  }

  #put(name: string, bytes: Uint8Array): void {
    this.#bytes += bytes.byteLength - (this.#files.get(name)?.byteLength ?? 0);
    this.#files.set(name, bytes);
  }
}

function plainName(name: string): string {
  return name.replace(/^(\.?\/)+/, '');
}
