import { useTexts } from '../i18n/i18n.ts';
import { usePanels } from '../state/panel-store.ts';
import styles from './bottom-edge.module.css';

/** Pixels: the least that shows something, what a key adds, and what of the canvas stays in sight. */
const [least, keyStep, restOfPage] = [96, 40, 220];

/** The upper edge of the bottom panel: drawn up and down by pointer or arrow keys; a double click makes it tall, or as it was. */
export function BottomEdge(): React.ReactElement {
  const { t } = useTexts();
  const height = usePanels(({ bottomHeight }) => bottomHeight);
  const most = Math.max(least, innerHeight - restOfPage);
  const setHeight = (next: number): void => {
    usePanels.setState({ bottomHeight: Math.round(Math.min(most, Math.max(least, next))) });
  };
  return (
    // A separator that is moved is a control, as ARIA has it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={styles.edge}
      role="separator"
      aria-orientation="horizontal"
      aria-label={t('faces.bottom-edge')}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={height ?? heightOf(undefined)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onDoubleClick={() => (height === most ? usePanels.setState({ bottomHeight: undefined }) : setHeight(most))}
      onKeyDown={(event) => {
        const by = { ArrowUp: keyStep, ArrowDown: -keyStep }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        setHeight(heightOf(event.currentTarget) + by);
      }}
      onPointerDown={(event) => draw(event, setHeight)}
    />
  );
}

function heightOf(edge: HTMLElement | undefined): number {
  const panel = edge?.parentElement?.querySelector('[role="tabpanel"]');
  return Math.round(panel?.getBoundingClientRect().height ?? 190);
}

function draw(event: React.PointerEvent<HTMLElement>, setHeight: (height: number) => void): void {
  const edge = event.currentTarget;
  const [from, height] = [event.clientY, heightOf(edge)];
  edge.setPointerCapture(event.pointerId);
  const move = ({ clientY }: PointerEvent): void => setHeight(height + from - clientY);
  const end = (): void => {
    edge.removeEventListener('pointermove', move);
    edge.removeEventListener('pointerup', end);
    edge.removeEventListener('pointercancel', end);
  };
  edge.addEventListener('pointermove', move);
  edge.addEventListener('pointerup', end);
  edge.addEventListener('pointercancel', end);
}
