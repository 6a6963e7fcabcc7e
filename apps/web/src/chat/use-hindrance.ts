import { useTexts } from '../i18n/i18n.ts';
import { useMissingModel } from '../models/use-models.ts';
import { useEditor } from '../state/editor-store.ts';

/** Why the flow can't run now, in words; `problems` when the list of problems says more. */
export interface Hindrance {
  readonly text: string;
  readonly kind: 'problems' | 'model' | 'broken';
}

/** What keeps the flow from being run; undefined when nothing does. */
export function useHindrance(): Hindrance | undefined {
  const { t, language } = useTexts();
  const isBroken = useEditor(({ broken }) => broken !== undefined);
  const errors = useEditor(({ derived }) => derived?.issues.filter(({ severity }) => severity === 'error').length ?? 0);
  const missing = useMissingModel();
  if (isBroken) return { kind: 'broken', text: t('chat.why-broken') };
  if (errors > 0) return { kind: 'problems', text: t('chat.why-problems', { count: errors }) };
  if (!missing?.isNeeded) return undefined;
  const { model } = missing;
  if (model.state !== 'downloading') return { kind: 'model', text: t('chat.why-model', { name: model.name }) };
  const share = new Intl.NumberFormat(language, { style: 'percent' }).format(
    (model.done ?? 0) / Math.max(1, model.size),
  );
  return { kind: 'model', text: t('chat.why-fetching', { name: model.name, share }) };
}
