import { VisuallyHidden } from '@mantine/core';
import { fileValueSchema, isObjectInput, type Input, type JsonValue } from '@jacquard/flow';
import type { CanvasNode } from '@jacquard/canvas';
import type { StepView } from '@jacquard/protocol';
import { useMemo } from 'react';
import { useRun } from '../../state/run-store.ts';
import { showPortValue } from '../../state/panel-store.ts';
import { searchedTerms } from '../../values/searched-terms.ts';
import { ShortValue } from '../../values/short-value.tsx';
import { useTexts } from '../../i18n/i18n.ts';
import { mainPort } from './main-port.ts';
import styles from './node-card.module.css';

interface NodeValueProps {
  readonly canvasNode: CanvasNode;
  readonly step: StepView | undefined;
}

/** The value that matters most, four lines at most, the rest a click away; with a caret while it is written. */
export function NodeValue({ canvasNode, step }: NodeValueProps): React.ReactElement | null {
  const { t } = useTexts();
  const runId = useRun(({ view }) => view?.runId);
  const ofFlow = useFlowValue(canvasNode);
  const port = mainPort(canvasNode);
  const terms = useMemo(() => searchedTerms(step), [step]);
  const isWriting = step?.status === 'running';
  const fromStep = step && port !== undefined ? (step.outputs?.[port] ?? step.texts[port]) : undefined;
  const value = fromStep ?? ofFlow.value;
  if (value === undefined || value === '') return null;
  const written = isWriting && typeof value === 'string' ? tailOf(value) : undefined;
  return (
    <button
      type="button"
      className={`${styles.value} nodrag`}
      onClick={() => showPortValue(canvasNode.id, ofFlow.port ?? port ?? '', ofFlow.side)}
    >
      <VisuallyHidden>{t('canvas.value-open')} </VisuallyHidden>
      {written === undefined ? (
        <ShortValue value={value} runId={runId} terms={terms} />
      ) : (
        <span className={styles.written}>
          {written}
          <span className={styles.caret} />
        </span>
      )}
    </button>
  );
}

/** What is being written is followed at its end: four lines at most. */
function tailOf(text: string): string {
  const end = text.slice(-140).replaceAll(/\n\s*\n/g, '\n');
  const tail = end.split('\n').slice(-4).join('\n');
  return tail.length < text.length ? `…${tail.trimStart()}` : tail;
}

interface FlowValue {
  readonly value: JsonValue | undefined;
  readonly port: string | undefined;
  readonly side: 'in' | 'out';
}

/** Inputs and outputs of the flow are no steps: their values are the run's own. A default stands in its field already. */
function useFlowValue({ id, node, descriptor, ports }: CanvasNode): FlowValue {
  const value = useRun(({ view }) => {
    if (descriptor?.role === 'flow-input') return view?.inputs[id];
    return descriptor?.role === 'flow-output' ? view?.outputs[id] : undefined;
  });
  const isOutput = descriptor?.role === 'flow-output';
  const isDefault = !isOutput && value !== undefined && isSameFile(node.inputs?.['default'], value);
  return {
    value: isDefault ? undefined : value,
    port: isOutput ? Object.keys(ports.inputs)[0] : undefined,
    side: isOutput ? 'in' : 'out',
  };
}

/** Whether a run was given the very file that stands in the node's field. */
function isSameFile(input: Input | undefined, value: JsonValue): boolean {
  const given = fileValueSchema.safeParse(value).data;
  if (!given || !isObjectInput(input) || !('file' in input)) return false;
  return input.file === given.file || input.file.split('/').at(-1) === given.name;
}
