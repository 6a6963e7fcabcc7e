import {
  portName,
  templateVariables,
  type Descriptors,
  type FlowDocument,
  type FlowNode,
  type Language,
} from '@jacquard/flow';
import type { GuideWords } from './guide-words.ts';
import { assembleFlow } from './assemble-flow.ts';
import { from } from './from.ts';
import { inputOfText } from './input-of-text.ts';
import { distinctNames } from './unique-names.ts';

/** What "Compare two prompts" was told. */
export interface CompareAnswers {
  /** The texts that both prompts are given, one below the other. */
  readonly texts: string;
  /** What is one text. */
  readonly piece: 'lines' | 'paragraphs';
  readonly prompts: readonly [string, string];
}

/** Both prompts draw from it: what differs then comes from the prompt. */
const seed = 1;

/**
 * A flow that gives the same texts to two prompts, with one model and one seed, and sets the answers side by side.
 *
 *     texts ─▶ split ─▶ ┌ each: prompt-a ─▶ answer-a ─▶ row ┐ ─▶ collected ─▶ table
 *             model ──▶ └       prompt-b ─▶ answer-b ─▶     ┘
 */
export function compareFlow(
  answers: CompareAnswers,
  descriptors: Descriptors,
  t: GuideWords,
  language: Language,
): FlowDocument {
  const { texts, piece, prompts } = answers;
  const nodes: Record<string, FlowNode> = {
    texts: {
      type: 'io.text-input',
      title: t('guides.compare-texts'),
      inputs: { label: t('guides.compare-texts-label'), ...(texts !== '' && { default: inputOfText(texts) }) },
    },
    split: {
      type: 'data.split',
      title: t('guides.compare-split'),
      inputs: { text: from('texts.text'), into: piece },
    },
    model: { type: 'models.chat-model', inputs: { model: 'default', maxTokens: 120 } },
    each: {
      type: 'control.for-each',
      title: t('guides.compare-each'),
      inputs: { items: from('split.parts'), concurrency: 2 },
      nodes: innerNodes(prompts, t),
      outputs: { row: from('row.row') },
    },
    collected: { type: 'data.make-table', inputs: { rows: from('each.row') } },
    table: {
      type: 'io.table-output',
      title: t('guides.compare-table'),
      inputs: { table: from('collected.table'), label: t('guides.compare-table') },
    },
  };
  const flow = { name: t('guides.compare'), description: t('guides.compare-description'), language, nodes, places };
  return assembleFlow({ ...flow, notes: notesOf(t) }, descriptors);
}

function innerNodes([promptA, promptB]: CompareAnswers['prompts'], t: GuideWords): Record<string, FlowNode> {
  const fields = distinctNames([t('guides.column-text'), t('guides.column-a'), t('guides.column-b')]);
  const [text = '', a = '', b = ''] = fields;
  const wires = { [portName(text)]: from('each.item'), [portName(a)]: from('answer-a.answer') };
  return {
    'prompt-a': promptNode(promptA, t('guides.compare-prompt-a')),
    'prompt-b': promptNode(promptB, t('guides.compare-prompt-b')),
    'answer-a': answerNode('prompt-a.text', t('guides.compare-answer-a')),
    'answer-b': answerNode('prompt-b.text', t('guides.compare-answer-b')),
    row: { type: 'data.make-row', inputs: { fields, ...wires, [portName(b)]: from('answer-b.answer') } },
  };
}

/** Whatever its gaps are called, the text goes there; without one it stands at the end. */
function promptNode(prompt: string, title: string): FlowNode {
  const hasGap = templateVariables(prompt).some((name) => name !== 'template');
  const template = hasGap ? prompt : `${prompt.trimEnd()}\n\n{{text}}`;
  const gaps = templateVariables(template).filter((name) => name !== 'template');
  const wires = Object.fromEntries(gaps.map((name) => [name, from('each.item')]));
  return { type: 'prompts.template', title, inputs: { template: inputOfText(template), ...wires } };
}

function answerNode(prompt: string, title: string): FlowNode {
  return { type: 'models.chat', title, inputs: { model: from('model.model'), prompt: from(prompt), seed } };
}

function notesOf(t: GuideWords) {
  return [
    { x: 0, width: 290, text: t('guides.compare-note-texts') },
    { x: 620, width: 420, text: t('guides.compare-note-prompts') },
    { x: 1060, width: 420, text: t('guides.compare-note-seed') },
    { x: 1860, width: 420, text: t('guides.compare-note-table') },
  ];
}

const places = {
  texts: { x: 0, y: 0 },
  split: { x: 310, y: 0 },
  model: { x: 310, y: 400 },
  each: { x: 620, y: 0, width: 1180, height: 1000 },
  'prompt-a': { x: 170, y: 90 },
  'prompt-b': { x: 170, y: 530 },
  'answer-a': { x: 470, y: 90 },
  'answer-b': { x: 470, y: 530 },
  row: { x: 770, y: 90 },
  collected: { x: 1860, y: 0 },
  table: { x: 2170, y: 0 },
};
