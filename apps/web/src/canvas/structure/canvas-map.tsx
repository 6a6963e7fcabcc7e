import { MiniMap } from '@xyflow/react';
import { useTexts } from '../../i18n/i18n.ts';
import type { CanvasElement } from '../canvas-elements.ts';
import { useMap } from './map-store.ts';
import { toneOf } from './tone-of.ts';

/** The whole flow, small, with what is in sight: to see where one is, and to go elsewhere. */
export function CanvasMap(): React.ReactElement | null {
  const { t } = useTexts();
  const isShown = useMap((map) => map.isShown);
  if (!isShown) return null;
  return (
    <MiniMap<CanvasElement>
      pannable
      zoomable
      ariaLabel={t('canvas.map')}
      nodeColor={fillOf}
      nodeStrokeColor={edgeOf}
      nodeStrokeWidth={6}
      nodeBorderRadius={10}
    />
  );
}

/** Cards are solid; frames let show what stands in them. */
function fillOf(element: CanvasElement): string {
  if (element.type === 'scope' || element.type === 'stage') return 'var(--map-frame)';
  if (element.type === 'group-frame') return `color-mix(in srgb, ${toneOf(element.data.group.color)} 18%, transparent)`;
  if (element.type === 'group-box') return toneOf(element.data.group.color);
  if (element.type === 'note') return `color-mix(in srgb, ${toneOf(element.data.color)} 40%, var(--surface))`;
  return element.selected ? 'var(--accent)' : 'var(--map-node)';
}

function edgeOf(element: CanvasElement): string {
  if (element.type === 'group-frame') return toneOf(element.data.group.color);
  return element.type === 'scope' || element.type === 'stage' ? 'var(--line-strong)' : 'transparent';
}
