import { useMemo } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import type { EditorWords } from './code-editor-props.ts';

/** The editor's words in the language of the page. */
export function useEditorWords(): EditorWords {
  const { t } = useTexts();
  return useMemo<EditorWords>(
    () =>
      (key, name = '') =>
        t(`editing.code-${key}`, { name, open: '{{', close: '}}' }),
    [t],
  );
}
