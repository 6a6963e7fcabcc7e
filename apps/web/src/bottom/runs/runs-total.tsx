import type { ListedRun } from '@jacquard/protocol';
import { useMemo } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { sumUsage, usageText } from '../../runs/usage-text.ts';
import styles from './runs.module.css';

/** A row of the list's head: what the listed runs used together. None where there is one run alone, or nothing is known. */
export function RunsTotal({ runs }: { readonly runs: readonly ListedRun[] }): React.ReactElement | null {
  const { t, language } = useTexts();
  const sum = useMemo(() => sumUsage(runs.map(({ usage }) => usage)), [runs]);
  const used = usageText(sum, t, language);
  if (runs.length < 2 || used === '') return null;
  return (
    <tr>
      <td />
      <td colSpan={4}>{t('runs.total', { count: runs.length })}</td>
      <td
        colSpan={3}
        className={styles.total}
        title={sum.energyEstimated === true ? t('faces.energy-hint') : undefined}
      >
        {used}
      </td>
    </tr>
  );
}
