import { createElement, useState } from 'react';
import type { Caret, CodeTextProps } from './code-editor-props.ts';
import { PlainText } from './plain-text.tsx';
import { useCodeEditor } from './use-code-editor.ts';

interface CodeFieldProps extends CodeTextProps {
  /** `focus`: the editor comes when a person goes to the field, so that a thousand nodes hold plain ones. */
  readonly mount: 'now' | 'focus';
}

/**
 * A text with its editor: variables, JSON. A plain field, its variables marked, stands there until the editor's part of
 * the page has come and, on a node, until a person goes to it; the caret and all that was typed move over.
 */
export function CodeText(props: CodeFieldProps): React.ReactElement {
  const { mount, onBlur } = props;
  const [isEntered, setEntered] = useState(false);
  const [caret, setCaret] = useState<Caret | 'absent'>();
  const isWanted = mount === 'now' || isEntered;
  const Editor = useCodeEditor(isWanted);
  if (!Editor || !isWanted || caret === undefined) {
    return (
      <PlainText
        {...props}
        isReady={Editor !== undefined && isWanted}
        onEnter={() => setEntered(true)}
        onLeave={() => setEntered(false)}
        onHandOver={setCaret}
      />
    );
  }
  // Not as JSX: the linter takes a component that a hook loaded for one that is made anew each time.
  return createElement(Editor, {
    ...props,
    caret: caret === 'absent' ? undefined : caret,
    onBlur: () => {
      onBlur?.();
      if (mount === 'now') return;
      setEntered(false);
      setCaret(undefined);
    },
  });
}
