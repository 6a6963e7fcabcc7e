import { EdgeLabelRenderer } from '@xyflow/react';
import { ArrowRightLeft } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import { useRoomBefore } from './use-room-before.ts';
import styles from './conversion-label.module.css';

interface ConversionLabelProps {
  /** Where the wire ends, in the canvas's own pixels. */
  readonly x: number;
  readonly y: number;
  /** From which kind to which. */
  readonly text: string;
}

/** Pixels at a zoom of 1: beside the mark of the port, of a mark alone, and at most of a letter. */
const besidePort = 6;
const markSize = 18;
const leastMark = 10;
const letter = 6;
const padding = 16;

/**
 * What a value becomes on the way, where the wire ends. Where the words would lie under a node a mark stands for them, as large as
 * there is room; the card of the wire says them then. Nothing of it takes the pointer, which pulls the end of the wire off here.
 */
export function ConversionLabel({ x, y, text }: ConversionLabelProps): React.ReactElement | null {
  const { t } = useTexts();
  const room = useRoomBefore(x, y) - besidePort;
  const hasWords = room >= text.length * letter + padding;
  const size = Math.min(markSize, room);
  if (size < leastMark) return null;
  const place = { transform: `translate(${x - besidePort}px, ${y}px) translate(-100%, -50%)` };
  return (
    <EdgeLabelRenderer>
      <span
        className={hasWords ? styles.label : styles.mark}
        style={hasWords ? place : { ...place, width: size, height: size }}
        {...(!hasWords && { role: 'img', 'aria-label': t('build.wire-converted', { kinds: text }) })}
      >
        {hasWords ? text : <ArrowRightLeft size={size - 7} aria-hidden />}
      </span>
    </EdgeLabelRenderer>
  );
}
