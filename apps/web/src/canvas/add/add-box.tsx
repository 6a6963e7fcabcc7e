import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { useAdding } from './add-store.ts';
import styles from './add.module.css';
import { OfferList } from './offer-list.tsx';
import { selectedEnd } from './selected-end.ts';

/** The box at the upper left that adds nodes: `/` goes there. */
export function AddBox(): React.ReactElement {
  const { t } = useTexts();
  const asked = useAdding((state) => state.asked);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!asked) return undefined;
    const close = (event: PointerEvent): void => {
      if (event.target instanceof Node && box.current?.contains(event.target)) return;
      useAdding.setState({ asked: undefined });
    };
    addEventListener('pointerdown', close, true);
    return () => removeEventListener('pointerdown', close, true);
  }, [asked]);
  return (
    <div className={styles.box} ref={box} data-open={asked !== undefined}>
      {asked ? (
        <OfferList asked={asked} />
      ) : (
        <button type="button" className={styles.open} onClick={() => useAdding.setState({ asked: selectedEnd() })}>
          <Plus size={15} /> {t('canvas.add')}
          <kbd className={styles.key}>/</kbd>
        </button>
      )}
    </div>
  );
}
