import type { StepView } from '@jacquard/protocol';
import { useTexts } from '../../i18n/i18n.ts';
import { formatEnergy, formatMoney } from '../../values/format-cost.ts';
import { formatCount } from '../../values/format-duration.ts';
import { progressWords } from '../../values/progress-words.ts';
import { tokensASecond } from '../../values/tokens-a-second.ts';
import styles from './node-card.module.css';

/** How far the step is; then the cost: tokens read and written, tokens a second, money, energy, as far as they are known. */
export function NodeFoot({ step }: { readonly step: StepView | undefined }): React.ReactElement | null {
  const { t, language } = useTexts();
  if (step?.status === 'running' && step.progress) {
    return (
      <div className={`${styles.foot} tabular`}>
        <span>{progressWords(step.progress, t, (count) => formatCount(count, language))}</span>
      </div>
    );
  }
  const facts = step?.usage ? costFacts(step, t, language) : [];
  if (facts.length === 0) return null;
  return (
    <div className={`${styles.foot} tabular`}>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </div>
  );
}

function costFacts(
  step: StepView,
  t: ReturnType<typeof useTexts>['t'],
  language: ReturnType<typeof useTexts>['language'],
): readonly string[] {
  const { inputTokens, outputTokens, cost, energy, energyEstimated } = step.usage ?? {};
  const count = (tokens: number): string => formatCount(tokens, language);
  const facts: string[] = [];
  if (inputTokens !== undefined || outputTokens !== undefined)
    facts.push(t('panels.tokens', { input: count(inputTokens ?? 0), output: count(outputTokens ?? 0) }));
  const speed = tokensASecond(step);
  if (speed !== undefined) facts.push(t('canvas.tokens-a-second', { count: count(speed) }));
  if (cost !== undefined) facts.push(formatMoney(cost, language));
  if (energy !== undefined) facts.push(formatEnergy({ energy, energyEstimated }, language));
  return facts;
}
