import { Select } from '@mantine/core';
import type { CanvasNode } from '@jacquard/canvas';
import type { JsonValue } from '@jacquard/flow';
import type { StepView } from '@jacquard/protocol';
import { useMemo } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { shownDocument, useEditor } from '../state/editor-store.ts';
import { showPortValue, usePanels } from '../state/panel-store.ts';
import { ValueActions } from '../pins/value-actions.tsx';
import { useRun } from '../state/run-store.ts';
import { GrowingText } from '../values/text/growing-text.tsx';
import { searchedTerms } from '../values/searched-terms.ts';
import { ValueTitle } from '../values/value-title.ts';
import { NoValue, ValueView } from '../values/value-view.tsx';
import styles from './bottom.module.css';
import { nodeTitle } from './node-title.ts';

type ShownPort = NonNullable<ReturnType<typeof usePanels.getState>['shownPort']>;

/** The value of any port of the shown run, in full. */
export function ValuesPanel(): React.ReactElement {
  const { t } = useTexts();
  const shown = usePanels((panels) => panels.shownPort);
  const view = useRun((state) => state.view);
  const steps = [...(view?.steps.values() ?? [])].filter(({ node }) => node === shown?.node);
  const step = steps.find((candidate) => candidate.step === shown?.step) ?? steps.at(-1);
  const value = shown && portValue(step, shown, view?.outputs, view?.inputs);
  return (
    <div className={styles.values}>
      <div className={styles.choices}>
        <NodeChoice shown={shown} />
        {shown && <PortChoice shown={shown} />}
        {steps.length > 1 && (
          <Select
            label={t('panels.values-step')}
            data={steps.map((candidate) => candidate.step)}
            value={step?.step ?? null}
            onChange={(next) => shown && showPortValue(shown.node, shown.port, shown.side, next ?? undefined)}
          />
        )}
      </div>
      <div className={styles.value} tabIndex={-1} data-values>
        {shown?.side === 'out' && <ValueActions step={step} />}
        {!shown && <p>{t('panels.values-empty')}</p>}
        {shown && value === undefined && <NoValue />}
        {shown && value !== undefined && <ShownValue shown={shown} step={step} value={value} runId={view?.runId} />}
      </div>
    </div>
  );
}

interface ShownValueProps {
  readonly shown: ShownPort;
  readonly step: StepView | undefined;
  readonly value: JsonValue;
  readonly runId: string | undefined;
}

/** The value itself; while it is written its text grows, followed at its end. */
function ShownValue({ shown, step, value, runId }: ShownValueProps): React.ReactElement {
  const { language } = useTexts();
  const document = useEditor(shownDocument);
  const descriptors = useEditor((state) => state.descriptors);
  const field = useEditor(
    ({ derived }) => derived?.canvas.nodes.find(({ id }) => id === shown.node)?.ports.inputs[shown.port]?.field,
  );
  const terms = useMemo(() => searchedTerms(step), [step]);
  const isWriting = step?.status === 'running' && shown.side === 'out' && typeof value === 'string';
  if (isWriting) return <GrowingText text={value} />;
  return (
    <ValueTitle value={`${nodeTitle(shown.node, document, descriptors, language)} ${shown.port}`}>
      <ValueView
        key={`${step?.step ?? shown.node}.${shown.side}.${shown.port}`}
        value={value}
        runId={runId}
        terms={terms}
        isMarkdown={shown.side === 'in' && field === 'markdown'}
      />
    </ValueTitle>
  );
}

function NodeChoice({ shown }: { readonly shown: ShownPort | undefined }): React.ReactElement {
  const { t, language } = useTexts();
  const document = useEditor(shownDocument);
  const descriptors = useEditor((state) => state.descriptors);
  const nodes = useEditor(({ derived }) => derived?.canvas.nodes ?? none);
  return (
    <Select
      label={t('panels.values-choose')}
      data={nodes.map(({ id }) => ({ value: id, label: nodeTitle(id, document, descriptors, language) }))}
      value={shown?.node ?? null}
      onChange={(id) => id !== null && showPortValue(id, firstOutput(id) ?? '', 'out')}
    />
  );
}

function PortChoice({ shown }: { readonly shown: ShownPort }): React.ReactElement {
  const { t, language } = useTexts();
  const ports = useEditor(({ derived }) => derived?.canvas.nodes.find(({ id }) => id === shown.node)?.ports);
  const inputs = Object.entries(ports?.inputs ?? {}).map(([name, { label }]) => ({
    value: `in:${name}`,
    label: `${label[language]} →`,
  }));
  const outputs = Object.entries(ports?.outputs ?? {}).map(([name, { label }]) => ({
    value: `out:${name}`,
    label: `→ ${label[language]}`,
  }));
  return (
    <Select
      label={t('panels.values-port')}
      data={[...inputs, ...outputs]}
      value={`${shown.side}:${shown.port}`}
      onChange={(value) => {
        const [side, name] = value?.split(':') ?? [];
        if (name !== undefined) showPortValue(shown.node, name, side === 'in' ? 'in' : 'out');
      }}
    />
  );
}

const none: readonly CanvasNode[] = [];

function firstOutput(id: string): string | undefined {
  const node = useEditor.getState().derived?.canvas.nodes.find((candidate) => candidate.id === id);
  return Object.keys(node?.ports.outputs ?? {})[0];
}

/** A step's value; or the run's, for the inputs and outputs of the flow, which are no steps. */
function portValue(
  step: StepView | undefined,
  { node, port, side }: { readonly node: string; readonly port: string; readonly side: 'in' | 'out' },
  outputs: Readonly<Record<string, JsonValue>> | undefined,
  inputs: Readonly<Record<string, JsonValue>> | undefined,
): JsonValue | undefined {
  if (!step) return side === 'in' ? outputs?.[node] : inputs?.[node];
  if (side === 'in') return step.inputs?.[port];
  return step.outputs?.[port] ?? step.texts[port];
}
