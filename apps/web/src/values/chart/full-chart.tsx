import { Bar, BarChart, CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useTexts } from '../../i18n/i18n.ts';
import type { ChartPoint } from './chart-columns.ts';

export type ChartShape = 'bars' | 'line';

interface FullChartProps {
  readonly points: readonly ChartPoint[];
  readonly column: string;
  readonly shape: ChartShape;
}

const ink = { fill: 'var(--ink-2)', fontSize: 11 };

/** A chart with axes and the figure of the place under the pointer. Comes with its library when it is first wanted. */
export default function FullChart({ points, column, shape }: FullChartProps): React.ReactElement {
  const { language } = useTexts();
  const format = (value: unknown): string =>
    typeof value === 'number' ? value.toLocaleString(language, { maximumFractionDigits: 4 }) : '';
  const parts = [
    <CartesianGrid key="grid" stroke="var(--line)" vertical={false} />,
    <XAxis key="x" dataKey="name" tick={ink} stroke="var(--line-strong)" interval="preserveStartEnd" minTickGap={24} />,
    <YAxis key="y" tick={ink} stroke="var(--line-strong)" tickFormatter={format} width={64} />,
    <Tooltip
      key="figure"
      formatter={(value) => format(value)}
      isAnimationActive={false}
      cursor={{ fill: 'var(--accent-soft)', stroke: 'var(--line-strong)' }}
      contentStyle={{
        background: 'var(--surface)',
        border: '1px solid var(--line)',
        borderRadius: 8,
        color: 'var(--ink)',
      }}
      itemStyle={{ color: 'var(--ink)' }}
    />,
  ];
  const data = [...points];
  return (
    <ResponsiveContainer width="100%" height="100%">
      {shape === 'bars' ? (
        <BarChart data={data}>
          {parts}
          <Bar dataKey="value" name={column} fill="var(--accent)" isAnimationActive={false} radius={[3, 3, 0, 0]} />
        </BarChart>
      ) : (
        <LineChart data={data}>
          {parts}
          <Line
            dataKey="value"
            name={column}
            stroke="var(--accent)"
            strokeWidth={2}
            dot={data.length <= 60}
            isAnimationActive={false}
          />
        </LineChart>
      )}
    </ResponsiveContainer>
  );
}
