/** Bytes that are coming in: written to the end first, then moved under their name at once. */
export interface IncomingContent {
  write(chunk: Uint8Array): Promise<void>;
  /** All bytes are down on the disk. */
  finish(): Promise<void>;
  /** Moves them under their name. Synchronous, so that it can be part of a transaction. */
  place(sha256: string): void;
  /** Drops them; does nothing once they are placed. */
  discard(): Promise<void>;
}

/** Where the bytes of files lie, by the SHA-256 of their content alone: nothing that came from outside makes a path. */
export interface Content {
  receive(): Promise<IncomingContent>;
  /** Undefined when the bytes are gone. */
  read(sha256: string): Promise<Uint8Array | undefined>;
  /** Synchronous, so that it can be part of a transaction. */
  remove(sha256: string): void;
  /** Contents that have lain here since before `before` (milliseconds since the epoch). */
  listOlder(before: number): Promise<readonly string[]>;
  /** What a person should look at when the bytes are damaged. */
  location(sha256: string): string;
}
