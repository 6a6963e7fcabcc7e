import type { StepView } from '@jacquard/protocol';
import { useTexts } from '../../i18n/i18n.ts';
import { useNow } from '../../state/use-now.ts';
import styles from './node-card.module.css';

/** Milliseconds after which a step that has given nothing yet says what it waits for. */
const patience = 1_000;

/** A node that asks a model and has nothing yet says that it waits for it: the model is loaded, is busy, or reads the prompt. */
export function NodeWaiting({ step }: { readonly step: StepView }): React.ReactElement | null {
  const { t } = useTexts();
  const now = useNow(true);
  const hasSome = step.progress !== undefined || Object.values(step.texts).some((text) => text !== '');
  if (hasSome || now - (step.startedAt ?? now) < patience) return null;
  return (
    <p className={styles.waiting} role="status">
      {t('pins.waits-model')}
    </p>
  );
}
