/** Collects what is printed, up to so many bytes; the rest is counted and dropped. */
export class OutputBuffer {
  readonly #pieces: Buffer[] = [];
  readonly #mostBytes: number;
  #size = 0;
  isCut = false;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** Never throws: it is called from within the code's own calls. */
  write(bytes: Uint8Array): void {
    const room = this.#mostBytes - this.#size;
    if (bytes.byteLength > room) this.isCut = true;
    if (room <= 0) return;
    const piece = Buffer.from(bytes.subarray(0, room)); // a copy: the bytes lie in the interpreter's memory
    this.#pieces.push(piece);
    this.#size += piece.byteLength;
    if (this.#pieces.length > 1000) this.#pieces.splice(0, this.#pieces.length, Buffer.concat(this.#pieces));
  }

  /** The text so far; a character that the end cuts in two is left out. */
  text(): string {
    const bytes = Buffer.concat(this.#pieces);
    return new TextDecoder().decode(bytes, { stream: this.isCut });
  }
}
