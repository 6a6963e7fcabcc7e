import { ActionIcon, Button } from '@mantine/core';
import type { TimelineRow } from '@jacquard/canvas';
import { ZoomIn, ZoomOut } from 'lucide-react';
import { useTexts, type Translate } from '../../i18n/i18n.ts';
import { sumUsage, usageText } from '../../runs/usage-text.ts';
import { useEditor } from '../../state/editor-store.ts';
import { formatDuration } from '../../values/format-duration.ts';
import { formatShare } from '../../values/format-share.ts';
import { criticalShare, namedStretches } from './named-stretches.ts';
import { titleOf } from './title-of.ts';
import { zoomWindow, type TimeWindow } from './time-window.ts';
import type { TimelineModel } from './timeline-model.ts';
import styles from './timeline.module.css';

interface TimelineHeadProps {
  readonly model: TimelineModel;
  /** The row that is looked at: then the line says what it waited for. */
  readonly row: TimelineRow | undefined;
  readonly zoomed: TimeWindow | undefined;
  readonly onZoom: (window: TimeWindow | undefined) => void;
}

/** The critical path in words, or what the row under the pointer waited for; what the run used; zoom. */
export function TimelineHead({ model, row, zoomed, onZoom }: TimelineHeadProps): React.ReactElement {
  const { t, language } = useTexts();
  const relations = useRelations(model, row);
  const critical = useCriticalText(model);
  const { length, view } = model;
  const window = zoomed ?? { from: 0, to: length };
  const middle = (window.from + window.to) / 2;
  const usage = usageText(view.usage ?? sumUsage([...view.steps.values()].map((step) => step.usage)), t, language);
  return (
    <div className={styles.head}>
      <p className={styles.sentence} title={relations ?? critical}>
        {relations ?? critical}
      </p>
      {usage && <span className={styles.usage}>{usage}</span>}
      {zoomed && (
        <Button variant="subtle" onClick={() => onZoom(undefined)}>
          {t('runs.zoom-whole')}
        </Button>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('runs.zoom-out')}
        disabled={!zoomed}
        onClick={() => onZoom(zoomWindow(window, 2, middle, length))}
      >
        <ZoomOut size={15} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('runs.zoom-in')}
        onClick={() => onZoom(zoomWindow(window, 0.5, middle, length))}
      >
        <ZoomIn size={15} />
      </ActionIcon>
    </div>
  );
}

function useCriticalText(model: TimelineModel): string {
  const { t, language } = useTexts();
  const descriptors = useEditor((state) => state.descriptors);
  const { critical } = model;
  if (!critical) return '';
  const path = namedStretches(critical)
    .map(({ node, time, turns }) => {
      const name = `${titleOf(model, node, descriptors, language)} ${formatDuration(time, language)}`;
      return turns > 1 ? `${name} (${t('runs.turns', { count: turns })})` : name;
    })
    .join(' → ');
  return t('runs.critical', {
    path,
    share: formatShare(criticalShare(critical), language),
    length: formatDuration(critical.length, language),
  });
}

/** What the row waited for and what its end let start, in words; undefined for none and for turns. */
function useRelations(model: TimelineModel, row: TimelineRow | undefined): string | undefined {
  const { t, language } = useTexts();
  const descriptors = useEditor((state) => state.descriptors);
  if (!row?.step) return undefined;
  const name = (path: string): string => titleOf(model, path, descriptors, language);
  const { order } = model;
  const cause = order.letBy(row.path);
  const waited = order.waitedFor(row.path);
  const others = waited.filter((path) => path !== cause && order.lastInside(path) !== cause).map(name);
  const effects = order.letStart(order.lastInside(row.path)).map(name);
  return [
    name(row.path),
    cause === undefined ? t('runs.waited-for-none') : t('runs.waited-for', { name: name(cause) }),
    ...(others.length > 0 ? [t('runs.waited-before', { names: listed(others, t) })] : []),
    ...(effects.length > 0 ? [t('runs.let-start', { names: listed(effects, t) })] : []),
  ].join(' · ');
}

/** Some names, without repetition, and how many more there are. */
function listed(names: readonly string[], t: Translate): string {
  const some = [...new Set(names)];
  const rest = some.length - 4;
  return `${some.slice(0, 4).join(', ')}${rest > 0 ? ` ${t('panels.more-entries', { count: rest })}` : ''}`;
}
