import type { StepView } from '@jacquard/protocol';
import { useTexts } from '../../i18n/i18n.ts';
import { formatCount } from '../../values/format-duration.ts';
import styles from './node-card.module.css';

/** The cost: tokens read and written, tokens a second. */
export function NodeFoot({ step }: { readonly step: StepView | undefined }): React.ReactElement | null {
  const { t, language } = useTexts();
  const usage = step?.usage;
  if (!usage || (usage.inputTokens === undefined && usage.outputTokens === undefined)) return null;
  const { inputTokens = 0, outputTokens = 0, timeToFirstToken = 0 } = usage;
  const seconds = ((step.duration ?? 0) - timeToFirstToken) / 1000;
  return (
    <div className={`${styles.foot} tabular`}>
      <span>
        {t('panels.tokens', { input: formatCount(inputTokens, language), output: formatCount(outputTokens, language) })}
      </span>
      {outputTokens > 1 && seconds > 0 && (
        <span>{t('canvas.tokens-a-second', { count: formatCount(Math.round(outputTokens / seconds), language) })}</span>
      )}
    </div>
  );
}
