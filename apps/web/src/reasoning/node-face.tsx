import { isReasoningItem, type StepView } from '@jacquard/protocol';
import { memo } from 'react';
import { addLaterTexts } from '../i18n/i18n.ts';
import { later } from '../values/later.tsx';

const StepFace = later(async () => {
  const [{ StepFace: part }] = await Promise.all([import('./face/step-face.tsx'), addLaterTexts()]);
  return part;
});

interface NodeFaceProps {
  readonly step: StepView | undefined;
  /** The node has insides to show, those of an earlier run where its value was kept. */
  readonly isStrategy: boolean;
}

/** On a node's card: what its strategy is doing, small and live. Nothing for a node without insides. */
export const NodeFace = memo(
  function NodeFace({ step, isStrategy }: NodeFaceProps): React.ReactElement | null {
    if (!step) return null;
    const isKept = isStrategy && step.keptFrom !== undefined;
    return isKept || step.trace.some(isReasoningItem) ? <StepFace step={step} /> : null;
  },
  (before, after) =>
    before.isStrategy === after.isStrategy &&
    before.step?.trace === after.step?.trace &&
    before.step?.keptFrom === after.step?.keptFrom &&
    before.step?.status === after.step?.status &&
    before.step?.progress?.total === after.step?.progress?.total,
);
