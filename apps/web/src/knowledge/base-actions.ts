import type { KnowledgeDocument } from '@jacquard/flow';
import { reachesSchema, type KnowledgeBaseState, type Reach } from '@jacquard/protocol';
import { knowledgeApi } from '../api/knowledge-api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { ApiProblem } from '../api/request.ts';
import { askConsent } from '../state/consent-store.ts';
import { navigate } from '../state/route.ts';
import { pathInBase } from './base-folder.ts';
import type { PlacedFile } from './placed-file.ts';
import { addFiles } from './upload-store.ts';

/** The path of a base's page. */
export function basePath(id: string): string {
  return `/knowledge/${encodeURIComponent(id)}`;
}

/** Makes a base and sends files to it; resolves with its id. */
export async function createBaseOf(name: string, files: readonly PlacedFile[]): Promise<string> {
  const base = await knowledgeApi.create(name);
  keep(base);
  if (files.length > 0) addFiles(base.id, files);
  return base.id;
}

/** Makes a base, sends files to it, and opens its page. */
export async function createBase(name: string, files: readonly PlacedFile[] = []): Promise<void> {
  navigate(basePath(await createBaseOf(name, files)));
}

/** Changes what a base is built from. A change made elsewhere meanwhile is refused, and this rejects. */
export async function saveBase(
  { id, document, revision }: Pick<KnowledgeBaseState, 'id' | 'document' | 'revision'>,
  change: Partial<KnowledgeDocument>,
): Promise<void> {
  keep(await knowledgeApi.save(id, { ...document, ...change }, revision));
}

/** Begins to read a base's documents. One that came from elsewhere asks what it may send where; a no leaves it as it is. */
export async function buildBase(id: string): Promise<void> {
  try {
    await knowledgeApi.build(id);
  } catch (error) {
    const reaches = error instanceof ApiProblem && error.code === 'consent-needed' ? reachesOf(error) : undefined;
    if (!reaches) throw error;
    if (await askConsent(reaches)) await knowledgeApi.build(id, true);
  }
}

function reachesOf({ params }: ApiProblem): readonly Reach[] | undefined {
  return reachesSchema.safeParse({ reaches: params['reaches'] }).data?.reaches;
}

/** Deletes a base and goes to the others. */
export async function deleteBase(id: string): Promise<void> {
  await knowledgeApi.delete(id);
  navigate('/knowledge');
  queryClient.removeQueries({ queryKey: queryKeys.knowledgeBase(id) });
  await queryClient.invalidateQueries({ queryKey: queryKeys.knowledgeBases, exact: true });
}

/** Takes a document out of its base. */
export async function deleteFile(id: string, source: string): Promise<void> {
  await knowledgeApi.deleteFile(id, source);
  await queryClient.invalidateQueries({ queryKey: queryKeys.knowledgeBase(id), exact: true });
}

/**
 * Puts a file in the place of a document of a base that takes in `sources`. Of another format it stands beside it under its own name, and the old one goes
 * once it has arrived.
 */
export async function replaceFile(id: string, sources: readonly string[], source: string, file: File): Promise<void> {
  if (endingOf(source) === endingOf(file.name)) {
    await knowledgeApi.putFile(id, source, file);
    await queryClient.invalidateQueries({ queryKey: queryKeys.knowledgeBase(id), exact: true });
    return;
  }
  const path = pathInBase(source, sources);
  await knowledgeApi.putFile(id, `${path.slice(0, path.lastIndexOf('/') + 1)}${file.name}`, file);
  await deleteFile(id, source);
}

function endingOf(path: string): string {
  return /\.[^./]*$/.exec(path)?.[0].toLowerCase() ?? '';
}

function keep(base: KnowledgeBaseState): void {
  queryClient.setQueryData(queryKeys.knowledgeBase(base.id), base);
  void queryClient.invalidateQueries({ queryKey: queryKeys.knowledgeBases, exact: true });
}
