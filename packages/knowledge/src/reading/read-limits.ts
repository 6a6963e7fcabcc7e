/** What reading one file may cost. Whatever passes a limit ends with `document-too-large` or `archive-too-large`. */
export interface ReadLimits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** UTF-16 code units of a document's text. */
  readonly characters: number;
  readonly blocks: number;
  /** Of all tables of a document, headers included. */
  readonly cells: number;
  readonly pages: number;
  /** Of an archive, and of the zip that an office document is. */
  readonly archive: {
    readonly entries: number;
    /** Bytes of all entries unpacked, and of one. */
    readonly bytes: number;
    readonly entryBytes: number;
    /** Bytes unpacked for one packed; looked at from `ratioFrom` bytes unpacked on, since small texts pack well. */
    readonly ratio: number;
    readonly ratioFrom: number;
  };
}

const mebibyte = 1024 ** 2;

/** Room for a book of 5,000 pages or a sheet of 50,000 rows and 40 columns; a bomb passes them at once. */
export const defaultReadLimits: ReadLimits = {
  fileBytes: 256 * mebibyte,
  characters: 20_000_000,
  blocks: 500_000,
  cells: 2_000_000,
  pages: 5_000,
  archive: {
    entries: 5_000,
    bytes: 768 * mebibyte,
    entryBytes: 512 * mebibyte,
    ratio: 200,
    ratioFrom: 16 * mebibyte,
  },
};
