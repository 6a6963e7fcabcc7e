import { startCompletion } from '@codemirror/autocomplete';
import { indentUnit } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, tooltips } from '@codemirror/view';
import CodeMirror, { Prec, type ReactCodeMirrorProps } from '@uiw/react-codemirror';
import { useLayoutEffect, useMemo, useState } from 'react';
import { problemSentence } from '../../api/problem-text.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { useEditor } from '../../state/editor-store.ts';
import styles from './code-text.module.css';
import type { Caret, CodeTextProps } from './code-editor-props.ts';
import { editorTheme } from './editor-theme.ts';
import { latestValue } from './latest-value.ts';
import { jsonExtensions } from './json-extensions.ts';
import { hasBegunVariable, templateExtensions } from './template-extensions.ts';
import { useEditorWords } from './use-editor-words.ts';
import { useOutsideChanges } from './use-outside-changes.ts';

const setup = {
  lineNumbers: false,
  foldGutter: false,
  highlightActiveLine: false,
  highlightActiveLineGutter: false,
  highlightSelectionMatches: false,
  syntaxHighlighting: false,
  searchKeymap: false,
  foldKeymap: false,
  autocompletion: false,
  rectangularSelection: false,
  crosshairCursor: false,
  drawSelection: false,
} satisfies ReactCodeMirrorProps['basicSetup'];

const proseSetup = { ...setup, bracketMatching: false };

/** Lines are numbered, since an error names its line. */
const programSetup = { ...setup, lineNumbers: true, tabSize: 4 };

interface CodeEditorProps extends CodeTextProps {
  /** Where the caret was in the plain field, if the person was in it. */
  readonly caret: Caret | undefined;
}

/** The editor of prompts and JSON. Tab leaves it, as it leaves any field; Escape closes what it offers. */
export default function CodeEditor(props: CodeEditorProps): React.ReactElement {
  const { value, placeholder, caret, lines, isInvalid, language, onChange, onBlur } = props;
  const extensions = useExtensions(props);
  const { initial, onView, onChange: note } = useOutsideChanges(value, onChange);
  return (
    <div
      className={styles.frame}
      style={{ '--least': `${lines.least * 18 + 10}px`, '--most': `${lines.most * 18 + 10}px` }}
      data-invalid={isInvalid === true}
      data-code={language === 'json' || language === 'program'}
    >
      <CodeMirror
        value={initial}
        theme="none"
        basicSetup={language === 'json' ? setup : language === 'program' ? programSetup : proseSetup}
        indentWithTab={false}
        extensions={extensions}
        placeholder={placeholder ?? ''}
        onChange={note}
        onBlur={(event) => {
          if (!staysInside(event)) onBlur?.();
        }}
        onCreateEditor={(view) => {
          onView(view);
          if (!caret) return;
          const length = view.state.doc.length;
          view.dispatch({ selection: { anchor: Math.min(caret.from, length), head: Math.min(caret.to, length) } });
          view.focus();
          if (hasBegunVariable(view)) startCompletion(view);
        }}
      />
    </div>
  );
}

/** The window was left with the caret here, or a button of the editor's own was pressed: the person is still in it. */
function staysInside({ currentTarget, relatedTarget }: React.FocusEvent): boolean {
  if (currentTarget.contains(document.activeElement)) return true;
  return relatedTarget instanceof Element && relatedTarget.closest('.cm-tooltip') !== null;
}

/** What the editor is made of. Callbacks are read when they are needed, so that typing never sets it up anew. */
function useExtensions(props: CodeEditorProps): Extension[] {
  const { id, labelledBy, describedBy, language, isInvalid = false } = props;
  const { language: pageLanguage } = useTexts();
  const words = useEditorWords();
  const isPeeking = useEditor(({ peek }) => peek !== undefined);
  const [latest] = useState(() => latestValue<CodeTextProps>(props));
  useLayoutEffect(() => latest.set(props));
  return useMemo(
    () => [
      editorTheme,
      EditorState.readOnly.of(isPeeking),
      EditorView.lineWrapping,
      EditorView.perLineTextDirection.of(true),
      tooltips({ parent: document.querySelector('aside') ?? document.body }),
      EditorView.contentAttributes.of({
        id,
        'aria-labelledby': labelledBy,
        ...(describedBy !== undefined && { 'aria-describedby': describedBy }),
        'aria-invalid': String(isInvalid),
        spellcheck: String(language === 'prose' || language === 'template'),
        autocorrect: 'off',
        autocapitalize: 'off',
      }),
      Prec.highest(
        EditorView.domEventHandlers({
          paste: (event) => latest.get().onPasteText?.(event.clipboardData?.getData('text/plain') ?? '') ?? false,
        }),
      ),
      language === 'json'
        ? jsonExtensions({
            words,
            schema: () => latest.get().schema,
            sentence: (code, params) => problemSentence({ code, params }, pageLanguage),
          })
        : language === 'program'
          ? indentUnit.of('    ')
          : templateExtensions({
              language,
              words,
              offers: () => latest.get().offers?.() ?? [],
              onTake: (offer) => latest.get().onTake?.(offer),
            }),
    ],
    [id, labelledBy, describedBy, language, isInvalid, pageLanguage, words, latest, isPeeking],
  );
}
