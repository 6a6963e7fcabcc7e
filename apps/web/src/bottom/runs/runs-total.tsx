import type { ListedRun } from '@jacquard/protocol';
import { useMemo } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { sumUsage, usageText } from '../../runs/usage-text.ts';
import styles from './runs.module.css';

/** What the listed runs used together: tokens, cost, energy. Fills its place also where that isn't known. */
export function RunsTotal({ runs }: { readonly runs: readonly ListedRun[] }): React.ReactElement {
  const { t, language } = useTexts();
  const sum = useMemo(() => sumUsage(runs.map(({ usage }) => usage)), [runs]);
  const used = usageText(sum, t, language);
  const text = used === '' ? '' : t('runs.total', { count: runs.length, used });
  const hint = sum.energyEstimated === true ? `${text}. ${t('faces.energy-hint')}` : text;
  return (
    <span className={`${styles.total} tabular`} title={hint}>
      {text}
    </span>
  );
}
