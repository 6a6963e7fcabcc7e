import { isReasoningItem, type StepView } from '@jacquard/protocol';
import { memo } from 'react';
import { addLaterTexts } from '../i18n/i18n.ts';
import { later } from '../values/later.tsx';

const StepFace = later(async () => {
  const [{ StepFace: part }] = await Promise.all([import('./face/step-face.tsx'), addLaterTexts()]);
  return part;
});

/** On a node's card: what its strategy is doing, small and live. Nothing for a node without insides. */
export const NodeFace = memo(
  function NodeFace({ step }: { readonly step: StepView | undefined }): React.ReactElement | null {
    return step?.trace.some(isReasoningItem) ? <StepFace step={step} /> : null;
  },
  (before, after) =>
    before.step?.trace === after.step?.trace &&
    before.step?.status === after.step?.status &&
    before.step?.progress?.total === after.step?.progress?.total,
);
