import type { JsonValue } from '@jacquard/flow';
import type { CanvasNode } from '@jacquard/canvas';
import type { StepView } from '@jacquard/protocol';
import { useTexts } from '../i18n/i18n.ts';
import { useRun } from '../state/run-store.ts';
import { formatCount, formatDuration } from '../values/format-duration.ts';
import { ValueView } from '../values/value-view.tsx';
import styles from './inspector.module.css';

interface NodeValuesProps {
  readonly canvasNode: CanvasNode;
  readonly step: StepView;
}

/** The last run of the node: its cost, what came out, what went in (the prompt as it was sent), and its insides. */
export function NodeValues({ canvasNode: { ports }, step }: NodeValuesProps): React.ReactElement {
  const { t, language } = useTexts();
  const outputs = step.outputs ?? step.texts;
  const label = (name: string, side: 'inputs' | 'outputs'): string => ports[side][name]?.label[language] ?? name;
  const { usage } = step;
  return (
    <>
      <div className={`${styles.facts} tabular`}>
        {step.duration !== undefined && (
          <span>
            {t('fields.duration')} {formatDuration(step.duration, language)}
          </span>
        )}
        {usage?.outputTokens !== undefined && (
          <span>
            {t('fields.tokens')} {formatCount(usage.inputTokens ?? 0, language)} →{' '}
            {formatCount(usage.outputTokens, language)}
          </span>
        )}
        {step.seed !== undefined && (
          <span>
            {t('fields.seed')} {step.seed}
          </span>
        )}
        {step.attempt > 1 && (
          <span>
            {t('fields.attempt')} {step.attempt}
          </span>
        )}
      </div>
      <Values title={t('fields.outputs')} values={outputs} nameOf={(name) => label(name, 'outputs')} isOpen />
      <Values title={t('fields.sent')} values={step.inputs ?? {}} nameOf={(name) => label(name, 'inputs')} />
      <Values
        title={t('fields.trace')}
        values={Object.fromEntries(step.trace.map(({ form, data }, index) => [`${index + 1}. ${form}`, data]))}
        nameOf={(name) => name}
      />
    </>
  );
}

interface ValuesProps {
  readonly title: string;
  readonly values: Readonly<Record<string, JsonValue>>;
  readonly nameOf: (name: string) => string;
  readonly isOpen?: boolean;
}

function Values({ title, values, nameOf, isOpen = false }: ValuesProps): React.ReactElement | null {
  const runId = useRun(({ view }) => view?.runId);
  const entries = Object.entries(values);
  if (entries.length === 0) return null;
  return (
    <details className={styles.section} open={isOpen}>
      <summary>{title}</summary>
      {entries.map(([name, value]) => (
        <div key={name}>
          <p className={styles.valueName}>{nameOf(name)}</p>
          <div className={styles.value}>
            <ValueView value={value} runId={runId} size="full" />
          </div>
        </div>
      ))}
    </details>
  );
}
