import type { DocumentBlock, DocumentMetadata } from '@jacquard/flow';
import type { ReadLimits } from './read-limits.ts';

/** A file's name as people see it (no folders), and its media type as found. */
interface AboutFile {
  readonly name: string;
  readonly mediaType: string;
}

/** What a reader works with. */
export interface ReadContext {
  /** Looked at between pages, sheets and other large parts. */
  readonly signal: AbortSignal;
  readonly limits: ReadLimits;
  /** Tells pages done of pages in all; readers of formats without pages needn't. */
  readonly onPages: (done: number, total: number) => void;
  /** Reads the letters in a picture (PNG, JPEG). Opened by the first use, and closed with the process. */
  readonly readPicture: PictureReader;
}

/** Character recognition of one picture. */
export type PictureReader = (picture: Uint8Array, signal: AbortSignal) => Promise<PictureText>;

/** What a picture says. Lengths are its pixels, y down. */
export interface PictureText {
  /** Mean of all letters, 0 to 1; 0 where there are none. */
  readonly confidence: number;
  /** False when its words stand on their side. */
  readonly isUpright: boolean;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PictureLine[];
}

/** Words that stand on one line, from left to right. */
export interface PictureLine {
  readonly words: readonly { readonly text: string; readonly left: number; readonly right: number }[];
  readonly baseline: number;
  /** Of its letters, from the lowest descender to the highest ascender. */
  readonly size: number;
}

/** What a reader found: the text and its blocks (made with `createDocumentText`), and what it could not read, as codes. */
export interface ReadParts {
  readonly text: string;
  readonly blocks: readonly DocumentBlock[];
  readonly title?: string | undefined;
  readonly pages?: number | undefined;
  /** ISO 639-1, where the file itself says it; what the text shows is found afterwards, and goes before. */
  readonly language?: string | undefined;
  readonly warnings: DocumentMetadata['warnings'];
  /** Files that lie in this one, as attachments of a message do: each is read as an archive's files are. */
  readonly attachments?: readonly Attachment[] | undefined;
}

/** A file within a file. Its name is as found there, and hostile. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads one format. The bytes are whole and already known to be of that format. Whoever unpacks a zip does it by
 * `zipEntries`, which holds the limits. Throws `Problem`s: `document-damaged`, `document-has-password`, `document-empty`, `document-too-large`.
 */
export type FormatReader = (bytes: Uint8Array, about: AboutFile, context: ReadContext) => Promise<ReadParts>;
