import { useTexts } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';
import { useIsUnchanged } from '../state/is-unchanged.ts';
import { useStale } from '../state/stale-store.ts';
import { forecastWords, nameNodes } from './run-words.ts';

/** Whether something keeps the flow from running. */
export function useHasErrors(): boolean {
  return useEditor(({ derived }) => derived?.issues.some(({ severity }) => severity === 'error') ?? false);
}

/** What Run does, told before it does it. */
export function useRunHint(): string {
  const { t, language } = useTexts();
  const hasErrors = useHasErrors();
  const isUnchanged = useIsUnchanged();
  const forecast = useStale((state) => state.forecast);
  const drawn = useStale(({ afresh }) => afresh?.drawn);
  if (hasErrors) return t('shell.cannot-run');
  if (isUnchanged) return t('pins.again-hint', { nodes: nameNodes(drawn ?? [], t, language) });
  return forecast ? forecastWords(forecast, t) : t('shell.run-hint');
}
