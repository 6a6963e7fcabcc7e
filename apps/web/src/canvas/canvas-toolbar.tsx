import { useReactFlow, useStore } from '@xyflow/react';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { loadPart } from '../values/load-part.ts';
import { fitOptions } from './fit-options.ts';
import styles from './flow-canvas.module.css';
import { toggleMap, useMap } from './structure/map-store.ts';

/** Zoom, fit, tidy up, map. */
export function CanvasToolbar(): React.ReactElement {
  const { t } = useTexts();
  const isMapShown = useMap(({ isShown }) => isShown);
  const { zoomIn, zoomOut, zoomTo, fitView, getNodes } = useReactFlow();
  const zoom = useStore(({ transform }) => transform[2]);
  const [isBusy, setBusy] = useState(false);
  const tidy = async (): Promise<void> => {
    setBusy(true);
    const sizes = new Map(
      getNodes().map(({ id, measured }) => [id, { width: measured?.width ?? 260, height: measured?.height ?? 160 }]),
    );
    const { tidyUp } = await loadPart(async () => import('./actions/tidy-up.ts'));
    await tidyUp(sizes).finally(() => setBusy(false));
    setTimeout(() => void fitView({ ...fitOptions, duration: 160 }), 60);
  };
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('canvas.toolbar')}>
      <button type="button" aria-label={t('canvas.zoom-out')} onClick={() => void zoomOut({ duration: 100 })}>
        −
      </button>
      <button
        type="button"
        className="tabular"
        aria-label={t('canvas.zoom-one', { zoom: Math.round(zoom * 100) })}
        onClick={() => void zoomTo(1, { duration: 100 })}
      >
        {Math.round(zoom * 100)} %
      </button>
      <button type="button" aria-label={t('canvas.zoom-in')} onClick={() => void zoomIn({ duration: 100 })}>
        +
      </button>
      <button type="button" onClick={() => void fitView({ ...fitOptions, duration: 160 })}>
        {t('canvas.fit')}
      </button>
      <button type="button" disabled={isBusy} onClick={() => void tidy()}>
        {t('canvas.tidy')}
      </button>
      <button type="button" aria-pressed={isMapShown} onClick={toggleMap}>
        {t('canvas.map')}
      </button>
    </div>
  );
}
