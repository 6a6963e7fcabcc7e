import { Progress } from '@mantine/core';
import type { ModelState } from '@jacquard/protocol';
import { useTexts } from '../i18n/i18n.ts';
import { formatBytes } from '../values/file-line.tsx';
import { formatDuration } from '../values/format-duration.ts';
import { timeLeft } from './download-rate.ts';
import styles from './models.module.css';
import { useDownloadRate } from './use-download-rate.ts';
import { useModels } from './use-models.ts';

/** How far a download has come, how fast it goes, and how long it will take. */
export function DownloadLine({ model: { name, done = 0, size } }: { readonly model: ModelState }): React.ReactElement {
  const { t, language } = useTexts();
  const rate = useDownloadRate(done, useModels().dataUpdatedAt);
  const left = timeLeft(rate, size);
  const come = { done: formatBytes(done, language), total: formatBytes(size, language) };
  const perSecond = formatBytes(Math.round(rate.perSecond ?? 0), language);
  const text =
    rate.perSecond === undefined
      ? t('models.progress', come)
      : left === undefined
        ? t('models.progress-speed', { ...come, rate: perSecond })
        : t('models.progress-left', { ...come, rate: perSecond, left: formatDuration(Math.max(1000, left), language) });
  return (
    <div className={styles.progress}>
      <Progress flex={1} value={(done / Math.max(1, size)) * 100} aria-label={t('models.progress-of', { name })} />
      <span className="tabular">{text}</span>
    </div>
  );
}
