import { placeThoughts } from '@jacquard/protocol';
import { useEffect, useId, useMemo } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { boxOf, sizeOf } from './drawing-geometry.ts';
import { boxId, DrawingSheet } from './drawing-sheet.tsx';
import { DrawingZoom } from './drawing-zoom.tsx';
import { moveInDrawing } from './move-in-drawing.ts';
import styles from './thought-drawing.module.css';
import type { ThoughtFormProps } from './thought-outline.tsx';
import { usePan } from './use-pan.ts';
import { useSight } from './use-sight.ts';

const moves = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home']);

/** Thoughts as a tree or graph from left to right; only what is in sight is drawn. Arrow keys follow the links, + and − zoom, 0 fits. */
export function ThoughtDrawing({ thoughts, active, onActive }: ThoughtFormProps): React.ReactElement {
  const { t } = useTexts();
  const id = useId();
  const places = useMemo(() => placeThoughts(thoughts), [thoughts]);
  const { scroller, zoom, isFitted, sight, zoomBy, fit, reveal } = useSight(sizeOf(places));
  const pan = usePan();
  const boxOfActive = active === undefined ? undefined : places.places.get(active);
  useEffect(() => {
    if (boxOfActive) reveal(boxOf(boxOfActive));
    // The place moves as thoughts come in between; only a person's choice scrolls.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [active, reveal]);
  const act = (key: string): boolean => {
    const zooms: Readonly<Record<string, () => void>> = { '+': () => zoomBy(1.25), '-': () => zoomBy(0.8), '0': fit };
    zooms[key]?.();
    const next = moves.has(key) ? moveInDrawing(thoughts, places, active, key) : undefined;
    if (next !== undefined) onActive(next);
    return moves.has(key) || zooms[key] !== undefined;
  };
  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.drawing}
        role="tree"
        aria-label={t('reasoning.tree')}
        aria-activedescendant={active === undefined ? undefined : boxId(id, active)}
        tabIndex={0}
        onKeyDown={(event) => {
          if (!event.ctrlKey && !event.metaKey && !event.altKey && act(event.key)) event.preventDefault();
        }}
        onPointerDown={pan}
      >
        <DrawingSheet
          thoughts={thoughts}
          places={places}
          zoom={zoom}
          sight={sight}
          id={id}
          active={active}
          onActive={onActive}
        />
      </div>
      <DrawingZoom zoom={zoom} isFitted={isFitted} onZoom={zoomBy} onFit={fit} />
    </div>
  );
}
