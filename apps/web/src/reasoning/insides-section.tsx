import { isReasoningItem, type StepView } from '@jacquard/protocol';
import { addLaterTexts } from '../i18n/i18n.ts';
import { later } from '../values/later.tsx';

const StepInsides = later(async () => {
  const [{ StepInsides: part }] = await Promise.all([import('./step-insides.tsx'), addLaterTexts()]);
  return part;
});

interface InsidesSectionProps {
  readonly step: StepView;
  /** Of the node. */
  readonly title: string;
}

/** The insides of a node's last run, where it is a strategy that shows them. */
export function InsidesSection({ step, title }: InsidesSectionProps): React.ReactElement | null {
  return step.trace.some(isReasoningItem) ? <StepInsides step={step} title={title} /> : null;
}
