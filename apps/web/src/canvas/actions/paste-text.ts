import { addNote, nodeIdFor, readClipboard, type Pasted, type Position } from '@jacquard/canvas';
import type { FlowDocument, FlowNode, Input, JsonValue } from '@jacquard/flow';
import { problemSentence } from '../../api/problem-text.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { changeFlow, select, useEditor } from '../../state/editor-store.ts';
import { markPasted } from '../../state/pasted-flows.ts';
import { noteElementId } from '../canvas-elements.ts';
import { showNode } from '../show-node.ts';
import { pasteNodes } from './clipboard.ts';
import { isOwnCopy, lastCopied } from './copied.ts';
import { tell, translate } from './tell.ts';

/** Characters of data or text that a node may hold; more belongs into a file. */
const mostData = 200_000;

/**
 * Pastes whatever a text is: a flow or nodes as nodes; JSON, rows of a spreadsheet and text as a node that gives them.
 * Nodes from elsewhere make the flow one that asks before it reaches anything new. Says what was done, and why not. True
 * when it dealt with the text.
 */
export function pasteText(text: string, position: Position): boolean {
  const { history, flowId, broken, peek } = useEditor.getState();
  if (!history || broken || peek) return false;
  const given = text.trim() === '' ? (lastCopied()?.text ?? '') : text;
  const pasted = readClipboard(given);
  switch (pasted.form) {
    case 'nothing':
      return false;
    case 'refused':
      tellRefusedPaste(pasted);
      return true;
    case 'nodes':
      pasteFlowNodes(pasted.flow, position, isOwnCopy(given, flowId));
      return true;
    default:
      if (given.length > mostData) tellRefusedPaste({ form: 'refused', reason: 'too-large' });
      else pasteData(pasted, position);
      return true;
  }
}

function pasteFlowNodes(flow: FlowDocument, position: Position, isOwn: boolean): void {
  const { flowId } = useEditor.getState();
  if (!isOwn && flowId !== undefined) {
    markPasted(flowId);
    useEditor.setState({ imported: true });
  }
  pasteNodes(flow, position);
  const count = Object.keys(flow.nodes).length;
  if (!isOwn) tell(translate('build.pasted-nodes', { count }), translate('build.pasted-elsewhere'));
}

type Data = Extract<Pasted, { readonly form: 'rows' | 'json' | 'text' }>;

/** A node that gives what was pasted: one that reads JSON, one that reads a table, or a prompt. */
function pasteData(pasted: Data, position: Position): void {
  const { descriptors } = useEditor.getState();
  const { type, input, text, said } = nodeFor(pasted);
  const descriptor = descriptors.get(type);
  if (!descriptor) {
    pasteNote(text, position);
    return;
  }
  const id = nodeIdFor(type, { nodes: {} });
  const node: FlowNode = { type, inputs: { [input]: written(text) } };
  pasteNodes(
    {
      jacquard: 1,
      name: id,
      nodes: { [id]: node },
      types: { [type]: descriptor.version },
      layout: { nodes: { [id]: { x: 0, y: 0 } } },
    },
    position,
  );
  tell(translate(said), translate('build.pasted-undo'));
}

function nodeFor(pasted: Data): {
  readonly type: string;
  readonly input: string;
  readonly text: string;
  readonly said: 'build.pasted-json' | 'build.pasted-table' | 'build.pasted-text';
} {
  switch (pasted.form) {
    case 'json':
      return { type: 'data.parse-json', input: 'text', text: indented(pasted.value), said: 'build.pasted-json' };
    case 'rows':
      return { type: 'data.parse-csv', input: 'text', text: asCsv(pasted.rows), said: 'build.pasted-table' };
    default:
      return { type: 'prompts.template', input: 'template', text: pasted.text, said: 'build.pasted-text' };
  }
}

function pasteNote(text: string, position: Position): void {
  const taken = useEditor.getState().history?.document.layout?.notes ?? {};
  let number = 1;
  while (Object.hasOwn(taken, `note-${number}`)) number += 1;
  changeFlow(addNote(`note-${number}`, position, text));
  select({ notes: [`note-${number}`] });
  showNode(noteElementId(`note-${number}`)); // notes stand at the top of the flow, also when a loop is shown
}

/** A text as the document holds it: lines, when there are several. */
function written(text: string): Input {
  return text.includes('\n') ? { lines: text.replaceAll('\r\n', '\n').split('\n') } : text;
}

function indented(value: JsonValue): string {
  return JSON.stringify(value, null, 2);
}

function asCsv(rows: Extract<Pasted, { readonly form: 'rows' }>['rows']): string {
  const names = Object.keys(rows[0] ?? {});
  const cell = (value: JsonValue | undefined): string => {
    const text =
      value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [names.map(cell), ...rows.map((row) => names.map((name) => cell(row[name])))]
    .map((cells) => cells.join(','))
    .join('\n');
}

function tellRefusedPaste({ reason, issue }: Extract<Pasted, { readonly form: 'refused' }>): void {
  const message =
    reason === 'too-large'
      ? translate('build.paste-too-large')
      : issue
        ? problemSentence(issue, currentLanguage())
        : translate('build.paste-no-nodes');
  tell(translate('build.paste-refused'), message, true);
}
