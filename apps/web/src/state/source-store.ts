import { create } from 'zustand';

/** A place in a document of a knowledge base, as a citation names it. */
export interface SourcePlace {
  /** Id of the base; absent for passages that a flow made: then only `text` can be shown. */
  readonly base: string | undefined;
  /** Path of the document within the base. */
  readonly source: string;
  /** SHA-256 of the document that was cited: where the base now holds another, that is said. */
  readonly document: string;
  /** When the cited document was last changed, ISO 8601. */
  readonly date?: string | undefined;
  readonly page?: number | undefined;
  /** UTF-16 code units of the document's text. */
  readonly start: number;
  readonly end: number;
  /** The words that were cited. */
  readonly text: string;
}

/** The source that is open for reading, over the canvas or the page beside the chat. */
export const useSource = create<{ readonly place: SourcePlace | undefined }>(() => ({ place: undefined }));

/** Opens a document at a place, for reading. */
export function openSource(place: SourcePlace): void {
  useSource.setState({ place });
}

/** Opens a document as a whole. */
export function openDocument(base: string | undefined, source: string, document = ''): void {
  openSource({ base, source, document, start: 0, end: 0, text: '' });
}

/** Closes what is read. */
export function closeSource(): void {
  useSource.setState({ place: undefined });
}
