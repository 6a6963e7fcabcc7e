import type { ProblemData } from '@jacquard/flow';
import type { StepView } from '@jacquard/protocol';
import { useTexts } from '../i18n/i18n.ts';
import { CopyButton } from '../values/copy-button.tsx';
import { LazyDetails } from '../values/lazy-details.tsx';
import styles from './error-details.module.css';

interface ErrorDetailsProps {
  readonly error: ProblemData;
  readonly step: Pick<StepView, 'attempt' | 'step'>;
}

/** What stands behind an error's words, for who reports or searches it: code, attempt, place, and what the other side said. */
export function ErrorDetails({ error, step }: ErrorDetailsProps): React.ReactElement {
  const { t } = useTexts();
  const facts = [
    [t('faces.error-code'), error.code],
    [t('fields.attempt'), String(step.attempt)],
    [t('faces.error-place'), step.step],
    ...Object.entries(error.params).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value, null, 1),
    ]),
  ];
  return (
    <LazyDetails className={styles.details} summary={t('faces.error-details')}>
      {() => (
        <>
          <dl className={styles.facts}>
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value?.slice(0, 4_000)}</dd>
              </div>
            ))}
          </dl>
          <CopyButton text={() => JSON.stringify({ ...error, step: step.step, attempt: step.attempt }, null, 2)} />
        </>
      )}
    </LazyDetails>
  );
}
