import { useEffect, useState } from 'react';
import styles from './wire.module.css';

/** A few words beside the pointer while something is dragged: why it can't be let go here. */
export function PointerHint({ text }: { readonly text: string }): React.ReactElement | null {
  const [place, setPlace] = useState({ x: 0, y: 0 });
  useEffect(() => {
    const follow = (event: MouseEvent): void => setPlace({ x: event.clientX, y: event.clientY });
    const moves = ['pointermove', 'dragover'] as const;
    for (const move of moves) addEventListener(move, follow);
    return () => {
      for (const move of moves) removeEventListener(move, follow);
    };
  }, []);
  if (text === '' || place.x === 0) return null;
  return (
    <div className={styles.hint} role="status" style={{ left: place.x + 16, top: place.y + 12 }}>
      {text}
    </div>
  );
}
