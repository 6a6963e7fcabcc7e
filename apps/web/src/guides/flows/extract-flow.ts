import type { Descriptors, FileValue, FlowDocument, FlowNode, JsonSchema, Language } from '@jacquard/flow';
import type { GuideWords } from './guide-words.ts';
import { assembleFlow } from './assemble-flow.ts';
import { from } from './from.ts';
import { inputOfText } from './input-of-text.ts';
import { cleanNames } from './unique-names.ts';

/** What a column of a table holds. */
export const columnKinds = ['text', 'number', 'date', 'yes-no'] as const;
type ColumnKind = (typeof columnKinds)[number];

/** A column of the table to be. */
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** What makes a row: a line, a paragraph, a sentence, or all of the text. */
export const pieces = ['lines', 'paragraphs', 'sentences', 'whole'] as const;
export type Piece = (typeof pieces)[number];

/** What "Extract a table" was told. */
export interface ExtractAnswers {
  readonly text: string;
  /** Instead of a text: a document, once the flow holds it. */
  readonly file: FileValue | undefined;
  readonly piece: Piece;
  readonly columns: readonly Column[];
}

/**
 * A flow that has a model fill in a table's row for each piece of a text.
 *
 *     text ─▶ split ─▶ ┌ each: data ┐ ─▶ collected ─▶ table
 *            model ──▶ └────────────┘
 */
export function extractFlow(
  answers: ExtractAnswers,
  descriptors: Descriptors,
  t: GuideWords,
  language: Language,
): FlowDocument {
  const columns = columnsOf(answers, t);
  const data: FlowNode = {
    type: 'models.structured-output',
    title: t('guides.extract-data'),
    inputs: {
      model: from('model.model'),
      prompt: from('each.item'),
      schema: { value: schemaOf(columns) },
      system: t('guides.extract-instructions', { columns: columns.map(({ name }) => name).join(', ') }),
    },
  };
  const nodes: Record<string, FlowNode> = {
    ...sourceNodes(answers, t),
    split: { type: 'data.split', title: t('guides.extract-split'), inputs: splitInputs(answers) },
    model: { type: 'models.chat-model', inputs: { model: 'default', temperature: 0, maxTokens: 600 } },
    each: {
      type: 'control.for-each',
      title: t('guides.extract-each'),
      inputs: { items: from('split.parts'), concurrency: 2 },
      nodes: { data },
      outputs: { row: from('data.json') },
    },
    collected: { type: 'data.make-table', inputs: { rows: from('each.row') } },
    table: {
      type: 'io.table-output',
      title: t('guides.extract-table'),
      inputs: { table: from('collected.table'), label: t('guides.extract-table') },
    },
  };
  const flow = { name: t('guides.extract'), description: t('guides.extract-description'), language, nodes, places };
  return assembleFlow({ ...flow, notes: notesOf(t) }, descriptors);
}

/** A text to paste over, or a document with what reads it. */
function sourceNodes({ text, file }: ExtractAnswers, t: GuideWords): Record<string, FlowNode> {
  if (!file) {
    const inputs = { label: t('guides.extract-text-label'), ...(text !== '' && { default: inputOfText(text) }) };
    return { text: { type: 'io.text-input', title: t('guides.extract-text'), inputs } };
  }
  const inputs = { label: t('guides.extract-file-label'), default: { value: { ...file } } };
  return {
    file: { type: 'io.file-input', title: t('guides.extract-file'), inputs },
    text: { type: 'retrieval.load-files', title: t('guides.extract-read'), inputs: { files: from('file.file') } },
  };
}

function splitInputs({ file, piece }: ExtractAnswers): NonNullable<FlowNode['inputs']> {
  const text = from(file ? 'text.documents' : 'text.text');
  // What stands in no text: so nothing is cut.
  return piece === 'whole' ? { text, into: 'separator', separator: '\u241E' } : { text, into: piece };
}

function columnsOf({ columns }: ExtractAnswers, t: GuideWords): readonly Column[] {
  const names = cleanNames(columns.map(({ name }) => name)).filter((name) => name !== '__proto__');
  const kindOf = (name: string): ColumnKind =>
    columns.find((column) => cleanNames([column.name])[0] === name)?.kind ?? 'text';
  return (names.length > 0 ? names : [t('guides.column-text')]).map((name) => ({ name, kind: kindOf(name) }));
}

/** Cells have an end, in characters: a small model that begins to repeat itself would write on and lose the row. */
const types = {
  text: { type: 'string', maxLength: 120 },
  date: { type: 'string', maxLength: 24 },
  number: { type: 'number' },
  'yes-no': { type: 'boolean' },
} as const;

function schemaOf(columns: readonly Column[]): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(columns.map(({ name, kind }) => [name, types[kind]])),
    required: columns.map(({ name }) => name),
    additionalProperties: false,
  };
}

function notesOf(t: GuideWords) {
  return [
    { x: 0, width: 290, text: t('guides.extract-note-text') },
    { x: 310, width: 290, text: t('guides.extract-note-split') },
    { x: 620, width: 520, text: t('guides.extract-note-data') },
    { x: 1200, width: 420, text: t('guides.extract-note-table') },
  ];
}

const places = {
  file: { x: -310, y: 0 },
  text: { x: 0, y: 0 },
  split: { x: 310, y: 0 },
  model: { x: 310, y: 400 },
  each: { x: 620, y: 0, width: 520, height: 720 },
  data: { x: 130, y: 90 },
  collected: { x: 1200, y: 0 },
  table: { x: 1510, y: 0 },
};
