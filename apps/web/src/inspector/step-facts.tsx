import type { StepView } from '@jacquard/protocol';
import { useTexts } from '../i18n/i18n.ts';
import { energyText } from '../values/energy-text.ts';
import { formatMoney } from '../values/format-cost.ts';
import { formatCount, formatDuration } from '../values/format-duration.ts';
import { tokensASecond } from '../values/tokens-a-second.ts';
import styles from './inspector.module.css';

/** What the last run of a node took: time, tokens, speed, money, energy, as far as they are known. */
export function StepFacts({ step }: { readonly step: StepView }): React.ReactElement {
  const { t, language } = useTexts();
  const { usage, duration, seed, attempt } = step;
  const speed = tokensASecond(step);
  const tokens =
    usage?.outputTokens === undefined
      ? undefined
      : `${formatCount(usage.inputTokens ?? 0, language)} → ${formatCount(usage.outputTokens, language)}`;
  const facts = [
    duration === undefined ? undefined : `${t('fields.duration')} ${formatDuration(duration, language)}`,
    tokens === undefined ? undefined : `${t('fields.tokens')} ${tokens}`,
    speed === undefined ? undefined : t('canvas.tokens-a-second', { count: formatCount(speed, language) }),
    usage?.cost === undefined ? undefined : `${t('faces.cost')} ${formatMoney(usage.cost, language)}`,
    seed === undefined ? undefined : `${t('fields.seed')} ${seed}`,
    attempt > 1 ? `${t('fields.attempt')} ${attempt}` : undefined,
  ].filter((fact) => fact !== undefined);
  return (
    <div className={`${styles.facts} tabular`}>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      {usage?.energy !== undefined && (
        <span title={usage.energyEstimated === true ? t('faces.energy-hint') : undefined}>
          {t('faces.energy')} {energyText(usage, t, language)}
        </span>
      )}
    </div>
  );
}
