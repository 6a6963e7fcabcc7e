import type { Descriptors, FlowDocument, JsonValue, Language } from '@jacquard/flow';
import { api } from '../api/api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { ApiProblem } from '../api/request.ts';
import { basesOfFlow } from '../canvas/drop/bases-of-flow.ts';
import { baseName } from '../canvas/drop/ask-about-files.ts';
import type { Translate } from '../i18n/i18n.ts';
import { createBaseOf } from '../knowledge/base-actions.ts';
import { askFlow } from './flows/ask-flow.ts';
import { compareFlow } from './flows/compare-flow.ts';
import { extractFlow } from './flows/extract-flow.ts';
import { sortFlow } from './flows/sort-flow.ts';
import type { GuideId } from './guide-id.ts';
import type { GuideAnswers, MadeFlow } from './guide-store.ts';
import { readTickets, ticketsAsCsv } from './parts/read-tickets.ts';

/** What the flows are built with. */
export interface MakingContext {
  readonly descriptors: Descriptors;
  readonly t: Translate;
  readonly language: Language;
  /** The flow on whose empty canvas the guide was begun. */
  readonly emptyFlow: string | undefined;
}

/**
 * Makes the flow of a guide from what it was told, with the files that it needs; writes over the one that the guide made
 * before. Resolves with its id, and the knowledge base that files are on their way to.
 */
export async function makeGuideFlow(
  id: GuideId,
  answers: GuideAnswers,
  made: MadeFlow | undefined,
  context: MakingContext,
): Promise<Pick<MadeFlow, 'flowId' | 'base'>> {
  const place = made?.flowId ?? (await stillEmpty(context.emptyFlow));
  switch (id) {
    case 'ask-my-documents':
      return makeAsk(answers[id], made, place, context);
    case 'sort-my-tickets':
      return { flowId: await makeSort(answers[id], place, context) };
    case 'extract-a-table':
      return { flowId: await makeExtract(answers[id], place, context) };
    default: {
      const { descriptors, t, language } = context;
      return { flowId: await write(place, compareFlow(answers[id], descriptors, t, language)) };
    }
  }
}

const samples = { en: 'ask-my-documents', fr: 'interroger-mes-documents' } as const;

async function makeAsk(
  { files, isSample, question }: GuideAnswers['ask-my-documents'],
  made: MadeFlow | undefined,
  place: string | undefined,
  { descriptors, t, language }: MakingContext,
): Promise<Pick<MadeFlow, 'flowId' | 'base'>> {
  const build = (base: string): FlowDocument => {
    const more = isSample
      ? [t('guides.ask-sample-first'), t('guides.ask-sample-second'), t('guides.ask-sample-third')]
      : [];
    return askFlow({ base, questions: [question, ...more] }, descriptors, t, language);
  };
  const before = made?.answers;
  const isSame = before && 'files' in before && before.files === files && before.isSample === isSample;
  if (made?.base !== undefined && isSame) {
    return { flowId: await write(made.flowId, build(made.base)), base: made.base };
  }
  if (!isSample) {
    const base = await createBaseOf(baseName(files, t('guides.ask-base')), files);
    return { flowId: await write(place, build(base)), base };
  }
  const example = await api.createExample(samples[language], language);
  await queryClient.invalidateQueries({ queryKey: queryKeys.knowledgeBases });
  const [base = ''] = basesOfFlow(example.document, descriptors);
  if (place === undefined) return { flowId: await write(example.id, build(base)), base };
  await api.deleteFlow(example.id, '*'); // the documents alone are wanted
  return { flowId: await write(place, build(base)), base };
}

async function makeSort(
  { text, column, categories, by }: GuideAnswers['sort-my-tickets'],
  before: string | undefined,
  { descriptors, t, language }: MakingContext,
): Promise<string> {
  const tickets = readTickets(text, t('guides.column-text'));
  const table = tickets && !('openQuote' in tickets) ? tickets : { columns: [], rows: [], textColumn: '' };
  const chosen = column !== undefined && table.columns.includes(column) ? column : table.textColumn;
  const label = table.columns.find((name) => name !== chosen);
  const build = (file: Parameters<typeof sortFlow>[0]['file']): FlowDocument =>
    sortFlow({ file, column: chosen, label, categories, by }, descriptors, t, language);
  const flowId = await write(before, build(undefined));
  const csv = new File([ticketsAsCsv(table)], `${t('guides.sort-file').toLowerCase()}.csv`, { type: 'text/csv' });
  const { file } = await api.uploadFile(flowId, csv);
  return write(flowId, build(file));
}

async function makeExtract(
  { text, file: given, piece, columns }: GuideAnswers['extract-a-table'],
  before: string | undefined,
  { descriptors, t, language }: MakingContext,
): Promise<string> {
  const build = (file: Parameters<typeof extractFlow>[0]['file']): FlowDocument =>
    extractFlow({ text, file, piece, columns }, descriptors, t, language);
  const flowId = await write(before, build(undefined));
  return given ? write(flowId, build((await api.uploadFile(flowId, given)).file)) : flowId;
}

/** Makes a flow, or writes over the one that is there still. */
async function write(flowId: string | undefined, document: FlowDocument): Promise<string> {
  const known = flowId === undefined ? undefined : await api.flow(flowId).catch(gone);
  if (known) {
    await api.saveFlow(known.id, document, known.revision);
    return known.id;
  }
  const { id } = await api.createFlow(document as unknown as JsonValue); // boundary: a document is JSON
  await queryClient.invalidateQueries({ queryKey: queryKeys.flows });
  return id;
}

/** The id of a flow that is there and holds nothing. */
async function stillEmpty(id: string | undefined): Promise<string | undefined> {
  const flow = id === undefined ? undefined : await api.flow(id).catch(gone);
  return flow && Object.keys(flow.document.nodes).length === 0 ? flow.id : undefined;
}

function gone(error: unknown): undefined {
  if (error instanceof ApiProblem && error.status === 404) return undefined;
  throw error;
}
