import { useConnection } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { problemSentence } from '../../api/problem-text.ts';
import { useTexts } from '../../i18n/i18n.ts';
import styles from './wire.module.css';
import { wireOf } from './wire-of.ts';

/** While a wire is held over a port that it doesn't fit: why, beside the pointer. */
export function ConnectionHint(): React.ReactElement | null {
  const { language } = useTexts();
  const [place, setPlace] = useState({ x: 0, y: 0 });
  const drawn = useConnection(({ fromHandle, toHandle }) => {
    if (!fromHandle || !toHandle) return '';
    const [from, to] = fromHandle.type === 'source' ? [fromHandle, toHandle] : [toHandle, fromHandle];
    return JSON.stringify({ source: from.nodeId, sourceHandle: from.id, target: to.nodeId, targetHandle: to.id });
  });
  const isDrawing = useConnection(({ inProgress }) => inProgress);
  useEffect(() => {
    if (!isDrawing) return undefined;
    const follow = (event: PointerEvent): void => setPlace({ x: event.clientX, y: event.clientY });
    addEventListener('pointermove', follow);
    return () => removeEventListener('pointermove', follow);
  }, [isDrawing]);
  if (drawn === '') return null;
  const result = wireOf(JSON.parse(drawn) as Parameters<typeof wireOf>[0]); // boundary: written just above
  if (!result || 'command' in result || place.x === 0) return null;
  return (
    <div className={styles.hint} role="status" style={{ left: place.x + 16, top: place.y + 12 }}>
      {problemSentence(result.refused, language)}
    </div>
  );
}
