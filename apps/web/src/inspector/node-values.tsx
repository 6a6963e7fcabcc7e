import type { InputPort, JsonValue } from '@jacquard/flow';
import type { CanvasNode } from '@jacquard/canvas';
import { isReasoningItem, modelCallForm, tokenProbabilitiesForm, type StepView } from '@jacquard/protocol';
import { useMemo } from 'react';
import { addLaterTexts, useTexts, type Translate } from '../i18n/i18n.ts';
import { ValueActions } from '../pins/value-actions.tsx';
import { InsidesSection } from '../reasoning/insides-section.tsx';
import { useOriginStep, useRunOfInsides } from '../reasoning/use-origin-step.ts';
import { useRun } from '../state/run-store.ts';
import { LazyDetails } from '../values/lazy-details.tsx';
import { ModelCallView } from '../values/model-call/model-call-view.tsx';
import { later } from '../values/later.tsx';
import { searchedTerms } from '../values/searched-terms.ts';
import { ValueTitle } from '../values/value-title.ts';
import { ValueView } from '../values/value-view.tsx';
import styles from './inspector.module.css';
import { StepFacts } from './step-facts.tsx';

const TokenProbabilities = later(async () => {
  const loading = import('../values/token-probabilities/token-probabilities.tsx');
  const [{ TokenProbabilities: part }] = await Promise.all([loading, addLaterTexts()]);
  return part;
});

interface NodeValuesProps {
  readonly canvasNode: CanvasNode;
  readonly step: StepView;
}

/** The last run of the node: its cost, what came out, what went in, the prompts as they were really sent, and its insides. */
export function NodeValues({
  canvasNode: { node, descriptor, ports },
  step: shown,
}: NodeValuesProps): React.ReactElement {
  const { t, language } = useTexts();
  const step = useOriginStep(shown);
  const outputs = step.outputs ?? step.texts;
  const terms = useMemo(() => searchedTerms(step), [step]);
  const label = (name: string, side: 'inputs' | 'outputs'): string => ports[side][name]?.label[language] ?? name;
  const others = step.trace.filter(
    (item) => item.form !== modelCallForm && item.form !== tokenProbabilitiesForm && !isReasoningItem(item),
  );
  return (
    <>
      <StepFacts step={step} />
      <InsidesSection step={step} title={node.title ?? descriptor?.title[language] ?? node.type} />
      <ValueActions step={step} />
      <Values
        title={t('fields.outputs')}
        values={outputs}
        nameOf={(name) => label(name, 'outputs')}
        terms={terms}
        isOpen
      />
      <ModelCalls step={step} hasModel={Object.values(ports.inputs).some(({ kind }) => kind.kind === 'chat-model')} />
      <AnswerProbabilities step={step} />
      <Values
        title={t('fields.sent')}
        values={step.inputs ?? {}}
        nameOf={(name) => label(name, 'inputs')}
        ports={ports.inputs}
      />
      <Values
        title={t('fields.trace')}
        values={Object.fromEntries(
          others.map(({ form, data }, index) => [`${index + 1}. ${traceTitle(form, t)}`, data]),
        )}
        nameOf={(name) => name}
      />
    </>
  );
}

/** How likely the words of an answer were, where the node was told to show it. */
function AnswerProbabilities({ step }: { readonly step: StepView }): React.ReactElement | null {
  const { t } = useTexts();
  const runId = useRunOfInsides(step);
  const items = step.trace.filter(({ form }) => form === tokenProbabilitiesForm);
  if (items.length === 0) return null;
  return (
    <LazyDetails className={styles.section} summary={t('faces.trace-probabilities')} isOpen>
      {() => items.map(({ data, at }) => <TokenProbabilities key={at} data={data} runId={runId} />)}
    </LazyDetails>
  );
}

/** What an item of a node's insides is called; one that isn't known by its own name. */
function traceTitle(form: string, t: Translate): string {
  switch (form) {
    case 'answer':
      return t('faces.trace-answer');
    case 'scores':
      return t('faces.trace-scores');
    case 'cited-answer':
      return t('faces.trace-cited-answer');
    default:
      return form;
  }
}

interface ModelCallsProps {
  readonly step: StepView;
  /** The node asks a model at all. */
  readonly hasModel: boolean;
}

/** The calls of models that the step made, the first open. Of very many the first are kept, the others counted. */
function ModelCalls({ step, hasModel }: ModelCallsProps): React.ReactElement | null {
  const { t } = useTexts();
  const { trace, usage, kept } = step;
  const runId = useRunOfInsides(step);
  const calls = trace.filter(({ form }) => form === modelCallForm);
  const lost = Math.max(0, (usage?.modelCalls ?? 0) - calls.length);
  if (kept && hasModel && calls.length === 0) return <p className={styles.type}>{t('faces.calls-kept')}</p>;
  if (calls.length === 0) return null;
  return (
    <LazyDetails className={styles.section} summary={t('faces.calls', { count: calls.length + lost })} isOpen>
      {() => (
        <>
          {calls.map(({ data, at }, index) => (
            <ModelCallView key={`${at} ${index}`} data={data} runId={runId} number={index + 1} isOpen={index === 0} />
          ))}
          {lost > 0 && <p className={styles.type}>{t('faces.calls-lost', { count: lost })}</p>}
        </>
      )}
    </LazyDetails>
  );
}

interface ValuesProps {
  readonly title: string;
  readonly values: Readonly<Record<string, JsonValue>>;
  readonly nameOf: (name: string) => string;
  readonly ports?: Readonly<Record<string, InputPort>>;
  readonly terms?: readonly string[] | undefined;
  readonly isOpen?: boolean;
}

function Values({ title, values, nameOf, ports, terms, isOpen = false }: ValuesProps): React.ReactElement | null {
  const runId = useRun(({ view }) => view?.runId);
  const entries = Object.entries(values);
  if (entries.length === 0) return null;
  return (
    <LazyDetails className={styles.section} summary={title} isOpen={isOpen}>
      {() =>
        entries.map(([name, value]) => (
          <div key={name}>
            <p className={styles.valueName}>{nameOf(name)}</p>
            <div className={styles.value}>
              <ValueTitle value={nameOf(name)}>
                <ValueView value={value} runId={runId} terms={terms} isMarkdown={ports?.[name]?.field === 'markdown'} />
              </ValueTitle>
            </div>
          </div>
        ))
      }
    </LazyDetails>
  );
}
