import type { ReactCodeMirrorProps } from '@uiw/react-codemirror';
import type { EditorView } from '@codemirror/view';
import { useEffect, useRef, useState } from 'react';

/** What ties an editor to the value that it edits. */
interface OutsideChanges {
  /** The text that the editor begins with; it never changes. */
  readonly initial: string;
  readonly onChange: NonNullable<ReactCodeMirrorProps['onChange']>;
  readonly onView: (view: EditorView) => void;
}

/**
 * Puts into an editor what changes its value from elsewhere: undoing, another tab, a run that is looked at. What was typed comes back as
 * the value a moment later, when more may have been typed already: it is known again by its text and changes nothing. The editor's own
 * way of telling the two apart loses letters of who types fast.
 */
export function useOutsideChanges(value: string, tell: (text: string) => void): OutsideChanges {
  const [initial] = useState(value);
  const view = useRef<EditorView>(undefined);
  const told = useRef<string[]>([]);
  const isApplying = useRef(false);
  useEffect(() => {
    const at = told.current.indexOf(value);
    told.current = told.current.slice(at + 1);
    const editor = view.current;
    if (at >= 0 || editor === undefined || editor.state.doc.toString() === value) return;
    told.current = [];
    isApplying.current = true;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
    isApplying.current = false;
  }, [value]);
  return {
    initial,
    onChange: (text) => {
      if (isApplying.current) return;
      told.current.push(text);
      tell(text);
    },
    onView: (made) => {
      view.current = made;
    },
  };
}
