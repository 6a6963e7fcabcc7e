import {
  portName,
  type Descriptors,
  type FileValue,
  type FlowDocument,
  type FlowNode,
  type Language,
} from '@jacquard/flow';
import type { GuideWords } from './guide-words.ts';
import { assembleFlow } from './assemble-flow.ts';
import { from } from './from.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { memberPath } from './member-path.ts';
import { classifyNode, likenessNode, type Category } from './sorting-node.ts';
import { cleanNames, distinctNames } from './unique-names.ts';

/** What "Sort my tickets" was told. */
export interface SortAnswers {
  /** The CSV file, once the flow holds it. */
  readonly file: FileValue | undefined;
  /** The column that holds the text. */
  readonly column: string;
  /** Another column that tells the tickets apart, where there is one. */
  readonly label: string | undefined;
  readonly categories: readonly Category[];
  readonly by: 'likeness' | 'model';
}

/**
 * A flow that gives each row of a table a category.
 *
 *     file ─▶ read ─▶ rows ─▶ ┌ each: text ─▶ sort ─▶ row ┐ ─▶ collected ─▶ sorted ─▶ table
 *                             └───────────────────────────┘
 */
export function sortFlow(
  answers: SortAnswers,
  descriptors: Descriptors,
  t: GuideWords,
  language: Language,
): FlowDocument {
  const { file, column, by } = answers;
  const names = columnsOf(answers, t);
  const nodes: Record<string, FlowNode> = {
    file: {
      type: 'io.file-input',
      title: t('guides.sort-file'),
      inputs: { label: t('guides.sort-file-label'), ...(file && { default: { value: { ...file } } }) },
    },
    read: { type: 'data.read-file', inputs: { file: from('file.file') } },
    rows: { type: 'data.parse-csv', title: t('guides.sort-rows'), inputs: { text: from('read.text') } },
    ...(by === 'model'
      ? { model: { type: 'models.chat-model', inputs: { model: 'default', temperature: 0 } } }
      : { embeddings: { type: 'retrieval.embeddings' } }),
    each: {
      type: 'control.for-each',
      title: t('guides.sort-each'),
      inputs: { items: from('rows.table'), concurrency: 2 },
      nodes: innerNodes(answers, names, t),
      outputs: { row: from('row.row') },
    },
    collected: { type: 'data.make-table', inputs: { rows: from('each.row') } },
    sorted: {
      type: 'data.sort-rows',
      title: t('guides.sort-sorted'),
      inputs: { table: from('collected.table'), column: names.category },
    },
    table: {
      type: 'io.table-output',
      title: t('guides.sort-table'),
      inputs: { table: from('sorted.table'), label: t('guides.sort-table') },
    },
  };
  const flow = { name: t('guides.sort'), description: t('guides.sort-description'), language, nodes, places };
  return assembleFlow({ ...flow, notes: notesOf(column, by, t) }, descriptors);
}

interface ColumnNames {
  readonly label: string | undefined;
  readonly text: string;
  readonly category: string;
  readonly match: string;
}

function columnsOf({ column, label }: SortAnswers, t: GuideWords): ColumnNames {
  const own = label === undefined ? [] : [label];
  const wanted = cleanNames([...own, column]);
  const [one = t('guides.column-text'), other] = wanted;
  const shown = other === undefined ? [one] : [one, other];
  const all = distinctNames([...shown, t('guides.column-category'), t('guides.column-match')]);
  const [category = '', match = ''] = all.slice(-2);
  return {
    label: other === undefined ? undefined : all[0],
    text: all[shown.length - 1] ?? '',
    category,
    match,
  };
}

function innerNodes(
  { column, label, categories, by }: SortAnswers,
  names: ColumnNames,
  t: GuideWords,
): Record<string, FlowNode> {
  const isNamed = names.label !== undefined;
  const fields = [names.label, names.text, names.category, by === 'model' ? undefined : names.match];
  return {
    text: {
      type: 'data.json-path',
      title: t('guides.sort-text'),
      inputs: { json: from('each.item'), path: memberPath(column) },
    },
    ...(isNamed && {
      label: {
        type: 'data.json-path',
        title: t('guides.sort-label'),
        inputs: { json: from('each.item'), path: memberPath(label ?? '') },
      },
    }),
    sort: by === 'model' ? classifyNode(categories, t) : likenessNode(categories, t),
    row: {
      type: 'data.make-row',
      inputs: {
        fields: fields.filter((name) => name !== undefined),
        ...(names.label !== undefined && { [portName(names.label)]: from('label.first') }),
        [portName(names.text)]: from('text.first'),
        [portName(names.category)]: from(by === 'model' ? 'sort.label' : 'sort.category'),
        ...(by === 'likeness' && { [portName(names.match)]: from('sort.match') }),
      },
    },
  };
}

function notesOf(column: string, by: SortAnswers['by'], t: GuideWords) {
  return [
    { x: 0, width: 290, text: t('guides.sort-note-file', { column: escapeMarkdown(column) }) },
    { x: 930, width: 420, text: t(by === 'model' ? 'guides.sort-note-model' : 'guides.sort-note-likeness') },
    { x: 1370, width: 420, text: t(by === 'model' ? 'guides.sort-note-why-model' : 'guides.sort-note-why-likeness') },
    { x: 2170, width: 420, text: t('guides.sort-note-table') },
  ];
}

const places = {
  file: { x: 0, y: 0 },
  read: { x: 310, y: 0 },
  rows: { x: 620, y: 0 },
  embeddings: { x: 310, y: 300 },
  model: { x: 310, y: 300 },
  each: { x: 930, y: 0, width: 1180, height: 660 },
  text: { x: 170, y: 90 },
  label: { x: 170, y: 370 },
  sort: { x: 470, y: 90 },
  row: { x: 770, y: 90 },
  collected: { x: 2170, y: 0 },
  sorted: { x: 2480, y: 0 },
  table: { x: 2790, y: 0 },
};
