import { useEffect, useState } from 'react';
import { loadPart } from '../../values/load-part.ts';
import type CodeEditor from './code-editor.tsx';

type Editor = typeof CodeEditor;

let loaded: Editor | undefined;

/** The editor of code, once it is wanted and its part of the page has come; the plain field stands in until then. */
export function useCodeEditor(isWanted: boolean): Editor | undefined {
  const [editor, setEditor] = useState<{ readonly Editor: Editor } | undefined>(loaded && { Editor: loaded });
  useEffect(() => {
    if (!isWanted || editor) return undefined;
    let isGone = false;
    void loadPart(() => import('./code-editor.tsx')).then(({ default: Editor }) => {
      loaded = Editor;
      if (!isGone) setEditor({ Editor });
    });
    return () => {
      isGone = true;
    };
  }, [isWanted, editor]);
  return editor?.Editor;
}
