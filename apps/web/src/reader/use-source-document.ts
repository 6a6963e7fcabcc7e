import type { ReadDocument } from '@jacquard/flow';
import type { KnowledgeFile } from '@jacquard/protocol';
import { useQuery } from '@tanstack/react-query';
import { knowledgeApi } from '../api/knowledge-api.ts';
import { queryKeys } from '../api/queries.ts';
import { ApiProblem } from '../api/request.ts';
import { useKnowledgeBase } from '../knowledge/use-knowledge.ts';
import type { SourcePlace } from '../state/source-store.ts';

/** A document that is to be read, as far as it has come. */
export interface SourceDocument {
  /** The file in its base: the document itself, or the archive that holds it. */
  readonly file: KnowledgeFile | undefined;
  /** All documents of the file: several for an archive. */
  readonly documents: readonly ReadDocument[];
  readonly document: ReadDocument | undefined;
  /** Its base no longer holds it, or there never was one. */
  readonly isGone: boolean;
  /** The base holds another version than the one that was cited. */
  readonly isChanged: boolean;
  readonly isLoading: boolean;
  readonly problem: unknown;
  readonly retry: () => void;
}

/** Finds a document in its base, with its text as it was read. */
export function useSourceDocument(place: SourcePlace): SourceDocument {
  const base = useKnowledgeBase(place.base);
  const file = base.data?.files.find(({ source }) => isWithin(place.source, source));
  const isRead = file?.state === 'ready';
  const read = useQuery({
    queryKey: [...queryKeys.knowledgeBase(place.base ?? ''), 'documents', file?.source, file?.sha256],
    queryFn: () => knowledgeApi.documents(place.base ?? '', file?.source ?? ''),
    enabled: isRead,
    staleTime: Infinity,
  });
  const documents = read.data?.documents ?? [];
  const document = documents.find(({ metadata }) => metadata.source === place.source) ?? onlyOne(documents);
  const isPartGone = read.data !== undefined && !document && file?.source !== place.source;
  const isBaseGone = base.error instanceof ApiProblem && base.error.status === 404;
  const now = document?.metadata.document ?? (file?.source === place.source ? file.sha256 : undefined);
  return {
    file,
    documents,
    document,
    isGone: place.base === undefined || isBaseGone || (base.data !== undefined && (!file || isPartGone)),
    isChanged: place.document !== '' && now !== undefined && now !== place.document,
    isLoading: base.isLoading || (isRead && read.isLoading),
    problem: (isBaseGone || base.data ? undefined : base.error) ?? (read.data ? undefined : (read.error ?? undefined)),
    retry: () => {
      void base.refetch();
      if (isRead) void read.refetch();
    },
  };
}

/** True for the file itself, and for one out of the archive that it is. */
function isWithin(source: string, file: string): boolean {
  return source === file || source.startsWith(`${file}/`);
}

/** A file of one document is that document, whatever it is called within. */
function onlyOne(documents: readonly ReadDocument[]): ReadDocument | undefined {
  return documents.length === 1 ? documents[0] : undefined;
}
