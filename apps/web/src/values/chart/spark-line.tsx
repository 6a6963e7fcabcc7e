import { useTexts } from '../../i18n/i18n.ts';
import type { ChartPoint } from './chart-columns.ts';
import styles from './chart.module.css';

interface SparkLineProps {
  readonly points: readonly ChartPoint[];
  /** What the numbers are, for those who hear it. */
  readonly label: string;
}

const [width, height] = [206, 34];

/** Numbers as a small line, or as bars where there are few: how they go, not what they are. */
export function SparkLine({ points, label }: SparkLineProps): React.ReactElement {
  const { t, language } = useTexts();
  const values = points.map(({ value }) => value ?? 0);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const y = (value: number): number => height - 2 - ((value - least) / (most - least || 1)) * (height - 4);
  const step = width / Math.max(1, points.length);
  const format = (value: number): string => value.toLocaleString(language, { maximumFractionDigits: 2 });
  const words = t('faces.spark', { label, least: format(Math.min(...values)), most: format(Math.max(...values)) });
  return (
    <svg className={styles.spark} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
      <title>{words}</title>
      {points.length <= 24 ? (
        points.map(({ value }, index) => (
          // A point has no identity but its place.
          // oxlint-disable-next-line react/no-array-index-key
          <rect
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            x={index * step + step * 0.14}
            width={step * 0.72}
            y={Math.min(y(value ?? 0), y(0))}
            height={Math.max(1, Math.abs(y(value ?? 0) - y(0)))}
            rx={1.5}
          />
        ))
      ) : (
        <polyline points={values.map((value, index) => `${(index + 0.5) * step},${y(value)}`).join(' ')} />
      )}
    </svg>
  );
}
