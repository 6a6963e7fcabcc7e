import type { ThoughtPlaces } from '@jacquard/protocol';
import { useTexts } from '../../i18n/i18n.ts';
import { boxOf, inSight, sizeOf, type Rectangle } from './drawing-geometry.ts';
import { ThoughtBox } from './thought-box.tsx';
import styles from './thought-drawing.module.css';
import type { ThoughtFormProps } from './thought-outline.tsx';

interface DrawingSheetProps extends ThoughtFormProps {
  readonly places: ThoughtPlaces;
  readonly zoom: number;
  readonly sight: Rectangle;
  /** What the ids of boxes begin with. */
  readonly id: string;
}

/** What is drawn: the problem, the thoughts in sight, and the links between them. */
export function DrawingSheet(props: DrawingSheetProps): React.ReactElement {
  const { thoughts, places, zoom, sight, id, active, onActive } = props;
  const { t } = useTexts();
  const size = sizeOf(places);
  const seen = inSight(thoughts, places, sight);
  return (
    <div
      className={styles.sheet}
      role="presentation"
      style={{ width: size.width * zoom + 32, height: size.height * zoom + 32 }}
    >
      <div className={styles.scaled} role="presentation" style={{ ...size, scale: zoom }}>
        {/* As small as can be: what lies outside of it is drawn all the same, and a sheet as tall as the tree costs its height. */}
        <svg className={styles.links} width={1} height={1} aria-hidden>
          {seen.links.map(({ key, path, isOnPath, isPruned }) => (
            <path key={key} d={path} data-path={isOnPath} data-pruned={isPruned} />
          ))}
        </svg>
        <div className={styles.root} style={{ translate: `0 ${boxOf(places.root).y}px` }}>
          {t('reasoning.problem')}
        </div>
        {seen.thoughts.map(({ thought, box }) => (
          <ThoughtBox
            key={thought.id}
            id={boxId(id, thought.id)}
            thought={thought}
            x={box.x}
            y={box.y}
            width={box.width}
            height={box.height}
            best={thoughts.best}
            siblings={thoughts.children.get(thought.parents[0]) ?? []}
            isActive={thought.id === active}
            onActive={onActive}
          />
        ))}
      </div>
    </div>
  );
}

/** The id of a thought's box: without spaces, whatever the thought is called. */
export function boxId(id: string, thought: string): string {
  return id + encodeURIComponent(thought);
}
