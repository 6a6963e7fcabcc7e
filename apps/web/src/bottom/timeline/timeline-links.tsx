import type { TimelineRow } from '@jacquard/canvas';
import type { Relations } from './relations-of.ts';
import { rowHeight } from './row-height.ts';
import { shareOf, type TimeWindow } from './time-window.ts';
import type { TimelineModel } from './timeline-model.ts';
import styles from './timeline-lanes.module.css';

interface TimelineLinksProps {
  readonly model: TimelineModel;
  readonly window: TimeWindow;
  readonly relations: Relations | undefined;
}

/** Lines from the end of what was waited for to the beginning of what could start then. */
export function TimelineLinks({ model, window, relations }: TimelineLinksProps): React.ReactElement | null {
  if (!relations) return null;
  const { self, cause, sources, effects } = relations;
  const links = [
    ...(cause === undefined ? [] : [{ from: cause, to: self, isCause: true }]),
    ...sources.map((from) => ({ from, to: self, isCause: false })),
    ...effects.map((to) => ({ from: self, to, isCause: true })),
  ];
  return (
    <div className={styles.links} aria-hidden>
      {links.map(({ from, to, isCause }) => (
        <Link
          key={`${from} ${to}`}
          from={from}
          to={to}
          isCause={isCause}
          ends={[model.rows[from], model.rows[to]]}
          window={window}
        />
      ))}
    </div>
  );
}

interface LinkProps {
  readonly from: number;
  readonly to: number;
  readonly isCause: boolean;
  readonly ends: readonly [TimelineRow | undefined, TimelineRow | undefined];
  readonly window: TimeWindow;
}

function Link({ from, to, isCause, ends: [source, target], window }: LinkProps): React.ReactElement | null {
  if (!source || !target) return null;
  const start = clamp(shareOf(window, Math.min(source.to, target.from)));
  const end = clamp(shareOf(window, target.from));
  const isDown = to > from;
  const top = (Math.min(from, to) + 0.5) * rowHeight;
  return (
    <span
      className={styles.link}
      data-down={isDown}
      data-cause={isCause}
      style={{
        left: `${start * 100}%`,
        width: `max(1px, ${(end - start) * 100}%)`,
        top,
        height: Math.abs(to - from) * rowHeight,
      }}
    />
  );
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
