import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { linter, type Diagnostic } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { Decoration, ViewPlugin, type DecorationSet, type EditorView } from '@codemirror/view';
import type { VariableOffer } from '@jacquard/canvas';
import type { CodeLanguage, EditorWords } from './code-editor-props.ts';
import { templateMarks } from './template-marks.ts';
import { unknownNames } from './unknown-names.ts';

/** Longer texts are not checked while they are typed: they are data, not prompts. */
const longestChecked = 200_000;

export interface TemplateOptions {
  readonly language: Exclude<CodeLanguage, 'json' | 'program'>;
  readonly words: EditorWords;
  readonly offers: () => readonly VariableOffer[];
  readonly onTake: (offer: VariableOffer) => void;
}

/** Variables highlighted, completed and checked. In prose, where they stay as they are, that is said. */
export function templateExtensions(options: TemplateOptions): Extension[] {
  const hasVariables = options.language !== 'prose';
  return [
    hasVariables ? variableMarks : [],
    linter((view) => diagnosticsOf(view.state.doc.toString(), options), { delay: 250 }),
    hasVariables
      ? [
          autocompletion({ override: [(context) => complete(context, options)], icons: false }),
          EditorState.languageData.of(() => [{ closeBrackets: { brackets: ['{'] } }]),
        ]
      : [],
  ];
}

const variable = Decoration.mark({ class: 'cm-variable' });

const variableMarks = ViewPlugin.define(
  (view) => {
    const plugin = {
      marks: marksIn(view),
      update: ({
        docChanged,
        viewportChanged,
        view: next,
      }: {
        docChanged: boolean;
        viewportChanged: boolean;
        view: EditorView;
      }) => {
        if (docChanged || viewportChanged) plugin.marks = marksIn(next);
      },
    };
    return plugin;
  },
  { decorations: ({ marks }) => marks },
);

/** Only what is in sight is marked: a variable never crosses a line. */
function marksIn(view: EditorView): DecorationSet {
  const marks = view.visibleRanges.flatMap(({ from, to }) => {
    const start = view.state.doc.lineAt(from).from;
    const { variables } = templateMarks(view.state.sliceDoc(start, to));
    return variables.map((found) => variable.range(start + found.from, start + found.to));
  });
  return Decoration.set(marks, true);
}

function diagnosticsOf(text: string, { language, words }: TemplateOptions): Diagnostic[] {
  if (text.length > longestChecked) return [];
  const { variables, faults } = templateMarks(text);
  if (language === 'prose')
    return variables.map(({ from, to, name }) => ({ from, to, severity: 'info', message: words('prose', name) }));
  const broken = faults.map(({ from, to, reason }): Diagnostic => ({
    from,
    to,
    severity: 'warning',
    message: words(reason),
  }));
  if (language !== 'expression') return broken;
  const unknown = unknownNames(text).map(({ from, to, name }): Diagnostic => ({
    from,
    to,
    severity: 'error',
    message: words('unknown', name),
    actions: [
      {
        name: words('write', name),
        apply: (view, start, end) => view.dispatch({ changes: { from: start, to: end, insert: `{{${name}}}` } }),
      },
    ],
  }));
  return [...broken, ...unknown].toSorted((one, other) => one.from - other.from);
}

/** The caret stands in a variable that isn't closed yet: it was begun before the editor was here. */
export function hasBegunVariable({ state }: EditorView): boolean {
  const { head } = state.selection.main;
  return /\{\{[ \t]*[\p{L}\p{M}\p{N}_-]*$/u.test(state.sliceDoc(state.doc.lineAt(head).from, head));
}

/** After `{{`, and in an expression for each word: the names that stand in the text, then what can be connected. */
function complete(context: CompletionContext, options: TemplateOptions): CompletionResult | null {
  const opened = context.matchBefore(/\{\{[ \t]*[\p{L}\p{M}\p{N}_-]*/u);
  const word = options.language === 'expression' ? context.matchBefore(/[\p{L}_][\p{L}\p{M}\p{N}_]*/u) : null;
  const match = opened ?? word ?? (context.explicit ? { from: context.pos, text: '' } : null);
  if (!match) return null;
  const typed = match.text.replace(/^\{\{[ \t]*/, '');
  const from = context.pos - typed.length;
  const text = context.state.doc.toString();
  const own = templateMarks(text).variables.filter((one) => context.pos <= one.from || context.pos > one.to);
  const names = new Set(own.map(({ name }) => name));
  const offers = options.offers().filter(({ name }) => !names.has(name));
  const take =
    (name: string, offer?: VariableOffer): NonNullable<Completion['apply']> =>
    (view, _completion, start, end) => {
      insertVariable(view, name, start, end);
      if (offer) options.onTake(offer);
    };
  return {
    from,
    options: [
      ...[...names].map((name): Completion => ({
        label: name,
        detail: options.words('here'),
        apply: take(name),
        boost: 2,
      })),
      ...offers.map((offer, index): Completion => ({
        label: offer.name,
        detail: offer.place,
        apply: take(offer.name, offer),
        boost: -index / offers.length,
      })),
    ],
    validFor: /^[\p{L}\p{M}\p{N}_-]*$/u,
  };
}

/** Puts the variable in the place of what was typed, with its braces, and the caret behind it. */
function insertVariable(view: EditorView, name: string, from: number, to: number): void {
  const { state } = view;
  const before = /\{\{[ \t]*$/.exec(state.sliceDoc(Math.max(0, from - 20), from))?.[0].length ?? 0;
  const after = /^[ \t]*\}\}/.exec(state.sliceDoc(to, to + 20))?.[0].length ?? 0;
  const insert = `{{${name}}}`;
  view.dispatch({
    changes: { from: from - before, to: to + after, insert },
    selection: { anchor: from - before + insert.length },
    userEvent: 'input.complete',
  });
}
