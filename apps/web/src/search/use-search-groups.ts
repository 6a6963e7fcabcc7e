import { searchEntries, type SearchGroup } from '@jacquard/canvas';
import type { RunView } from '@jacquard/protocol';
import { useDeferredValue, useMemo } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { shownDocument, useEditor } from '../state/editor-store.ts';
import { useRun } from '../state/run-store.ts';
import { flowEntries, runEntries } from './flow-entries.ts';

/**
 * What a query finds in the shown flow and run. Typing is never held up: the results follow when there is time. The
 * values of a run that goes on are those of the moment of the last key.
 */
export function useSearchGroups(query: string): readonly SearchGroup[] {
  const { language } = useTexts();
  const canvas = useEditor(({ derived }) => derived?.canvas);
  const document = useEditor(shownDocument);
  const run = useRun(({ view }) => (view ? `${view.runId} ${view.status}` : undefined));
  const deferred = useDeferredValue(query);
  const values = useMemo(() => {
    const view = currentView();
    return run !== undefined && view && canvas ? runEntries(view, canvas, language) : [];
  }, [run, canvas, language]);
  return useMemo(() => {
    if (!canvas) return [];
    return searchEntries([...flowEntries(canvas, document, language), ...values], deferred);
  }, [canvas, document, values, language, deferred]);
}

function currentView(): RunView | undefined {
  return useRun.getState().view;
}
