import { ActionIcon, Button } from '@mantine/core';
import { ZoomIn, ZoomOut } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import { formatShare } from '../../values/format-share.ts';
import styles from './thought-drawing.module.css';

interface DrawingZoomProps {
  readonly zoom: number;
  readonly isFitted: boolean;
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
}

/** How large a drawing is shown. */
export function DrawingZoom({ zoom, isFitted, onZoom, onFit }: DrawingZoomProps): React.ReactElement {
  const { t, language } = useTexts();
  return (
    <div className={styles.zoom} role="toolbar" aria-label={t('reasoning.zoom')}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={t('reasoning.zoom-out')}
        onClick={() => onZoom(0.8)}
      >
        <ZoomOut size={14} />
      </ActionIcon>
      <span className={`${styles.figure} tabular`}>{formatShare(zoom, language)}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={t('reasoning.zoom-in')}
        onClick={() => onZoom(1.25)}
      >
        <ZoomIn size={14} />
      </ActionIcon>
      <Button variant="subtle" color="gray" size="compact-xs" h={28} disabled={isFitted} onClick={onFit}>
        {t('reasoning.zoom-fit')}
      </Button>
    </div>
  );
}
