import type { AriaLabelConfig } from '@xyflow/react';
import { useMemo } from 'react';
import { useTexts } from '../i18n/i18n.ts';

/** What React Flow says to those who hear the page, in the reader's language. */
export function useCanvasWords(): Partial<AriaLabelConfig> {
  const { t } = useTexts();
  return useMemo(
    () => ({
      'node.a11yDescription.default': t('canvas.node-keys'),
      'node.a11yDescription.keyboardDisabled': t('canvas.node-keys'),
      'node.a11yDescription.ariaLiveMessage': ({ x, y }) => t('canvas.node-moved', { x: String(x), y: String(y) }),
      'edge.a11yDescription.default': t('canvas.wire-keys'),
    }),
    [t],
  );
}
