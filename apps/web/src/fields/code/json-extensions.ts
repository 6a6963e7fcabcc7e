import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { json } from '@codemirror/lang-json';
import { syntaxTree } from '@codemirror/language';
import { linter, type Diagnostic } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { Decoration, ViewPlugin, type DecorationSet, type EditorView } from '@codemirror/view';
import { jsonFits, scanJson, type JsonSchema, type JsonValue } from '@jacquard/flow';
import { keyOf, locatePointer, pathTo, type SyntaxNode } from '../json/locate-pointer.ts';
import { propertiesAt, valuesAt } from '../json/schema-at.ts';
import type { EditorWords } from './code-editor-props.ts';

export interface JsonOptions {
  readonly words: EditorWords;
  readonly schema: () => JsonSchema | undefined;
  /** The sentence of a problem, by code and params. */
  readonly sentence: (code: string, params: Readonly<Record<string, JsonValue>>) => string;
}

/** JSON with its errors at their place, and with what its schema knows: names, values, what doesn't fit. */
export function jsonExtensions(options: JsonOptions): Extension[] {
  return [
    json(),
    tokenMarks,
    linter((view) => diagnosticsOf(view.state.doc.toString(), options), { delay: 250 }),
    autocompletion({ override: [(context) => complete(context, options)], icons: false }),
    EditorState.languageData.of(() => [{ closeBrackets: { brackets: ['{', '[', '"'] } }]),
  ];
}

const classes: Readonly<Record<string, Decoration>> = {
  PropertyName: Decoration.mark({ class: 'cm-jsonKey' }),
  String: Decoration.mark({ class: 'cm-jsonText' }),
  Number: Decoration.mark({ class: 'cm-jsonWord' }),
  True: Decoration.mark({ class: 'cm-jsonWord' }),
  False: Decoration.mark({ class: 'cm-jsonWord' }),
  Null: Decoration.mark({ class: 'cm-jsonWord' }),
};

const tokenMarks = ViewPlugin.define(
  (view) => {
    const plugin = {
      marks: marksIn(view),
      update: ({ view: next }: { view: EditorView }) => {
        plugin.marks = marksIn(next);
      },
    };
    return plugin;
  },
  { decorations: ({ marks }) => marks },
);

function marksIn(view: EditorView): DecorationSet {
  const marks: ReturnType<Decoration['range']>[] = [];
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => {
        const mark = classes[node.name];
        if (mark && node.to > node.from) marks.push(mark.range(node.from, node.to));
      },
    });
  }
  return Decoration.set(marks, true);
}

/** The one place where the text stops being JSON; else the first value that leaves the schema. */
function diagnosticsOf(text: string, { schema, sentence }: JsonOptions): Diagnostic[] {
  if (text.trim() === '') return [];
  const scanned = scanJson(text);
  if (!scanned.ok) {
    const { line, column, expected, found } = scanned;
    const at = placeOf(text, line, column);
    const to = Math.min(text.length, at + 1);
    const params = { line, column, expected, ...(found !== '' && { found }) };
    return [
      { from: Math.min(at, Math.max(0, to - 1)), to, severity: 'error', message: sentence('flow-not-json', params) },
    ];
  }
  const wanted = schema();
  const mismatch = wanted && jsonFits(scanned.value as JsonValue, wanted); // boundary: it was parsed from JSON
  if (!mismatch) return [];
  const { place, keyword } = mismatch;
  return [
    {
      ...locatePointer(text, place),
      severity: 'warning',
      message: sentence('value-off-schema', { place: place || '/', keyword }),
    },
  ];
}

function placeOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}

function complete(context: CompletionContext, { schema, words }: JsonOptions): CompletionResult | null {
  const wanted = schema();
  if (!wanted) return null;
  const text = context.state.doc.toString();
  const node: SyntaxNode = syntaxTree(context.state).resolveInner(context.pos, -1);
  const word = context.matchBefore(/"?[^\s"{}[\],:]*/);
  const from = word?.from ?? context.pos;
  if (!context.explicit && (!word || word.text === '')) return null;
  const holder = holderOf(node);
  const isName = holder?.name === 'Object' && /[{,]\s*$/.test(text.slice(0, from));
  const found = isName ? nameOptions(holder, text, wanted, words) : valueOptions(node, text, wanted);
  const closing = word?.text.startsWith('"') && text[context.pos] === '"' ? 1 : 0;
  return found.length === 0 ? null : { from, to: context.pos + closing, options: found, filter: true };
}

/** The object or list that the caret stands in. */
function holderOf(node: SyntaxNode): SyntaxNode | null {
  let at: SyntaxNode | null = node;
  while (at && at.name !== 'Object' && at.name !== 'Array') at = at.parent;
  return at;
}

function nameOptions(object: SyntaxNode, text: string, schema: JsonSchema, words: EditorWords): Completion[] {
  const there = new Set(object.getChildren('Property').map((property) => keyOf(property, text)));
  return propertiesAt(schema, pathTo(object, text))
    .filter(({ name }) => !there.has(name))
    .map(({ name, detail, isRequired, begin = '' }, index) => ({
      label: JSON.stringify(name),
      detail: isRequired ? `${detail} · ${words('required')}` : detail,
      boost: -index,
      apply: (view, _completion, from, to) => {
        const insert = `${JSON.stringify(name)}: ${begin}`;
        const anchor = from + insert.length - (begin === '' ? 0 : 1);
        view.dispatch({ changes: { from, to, insert }, selection: { anchor }, userEvent: 'input.complete' });
      },
    }));
}

function valueOptions(node: SyntaxNode, text: string, schema: JsonSchema): Completion[] {
  const property = node.name === 'Property' ? node : node.parent?.name === 'Property' ? node.parent : undefined;
  const holder = holderOf(node);
  const path = property
    ? [...pathTo(property, text), keyOf(property, text)]
    : holder?.name === 'Array'
      ? [...pathTo(holder, text), 0]
      : [];
  return valuesAt(schema, path).map((value) => ({ label: JSON.stringify(value) }));
}
