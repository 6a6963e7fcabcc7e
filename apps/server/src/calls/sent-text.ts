import { createHash, type Hash } from 'node:crypto';

/** What is to be said of a text: a piece more, or all of it anew. */
export interface TextPiece {
  readonly text: string;
  readonly reset?: true;
}

/** How much of one text was sent: told by its length and a hash, whatever its length. */
export class SentText {
  #length = 0;
  #hash: Hash = createHash('sha256');
  #attempt: string | undefined;
  /** Somebody has another beginning: the first piece replaces it. */
  #isStale: boolean;

  constructor(isStale: boolean) {
    this.#isStale = isStale;
  }

  /** A piece of the text of an attempt, from `offset` on. What overlaps is known; another attempt begins anew. */
  piece(attempt: string, offset: number, text: string): TextPiece | undefined {
    if (attempt !== this.#attempt) {
      const isFirst = this.#length === 0;
      this.#attempt = attempt;
      return isFirst ? this.#add(text) : this.#replace(text);
    }
    if (offset > this.#length) return this.#replace(text);
    return this.#add(text.slice(this.#length - offset));
  }

  /** The text as it is in the end. Nothing where all of it was sent. */
  final(text: string): TextPiece | undefined {
    const known = createHash('sha256').update(text.slice(0, this.#length), 'utf16le').digest('hex');
    const isBeginning = text.length >= this.#length && known === this.#hash.copy().digest('hex');
    return isBeginning ? this.#add(text.slice(this.#length)) : this.#replace(text);
  }

  #add(text: string): TextPiece | undefined {
    if (text === '') return undefined;
    this.#hash.update(text, 'utf16le');
    this.#length += text.length;
    const isStale = this.#isStale;
    this.#isStale = false;
    return isStale ? { text, reset: true } : { text };
  }

  #replace(text: string): TextPiece {
    this.#hash = createHash('sha256').update(text, 'utf16le');
    this.#length = text.length;
    this.#isStale = false;
    return { text, reset: true };
  }
}
