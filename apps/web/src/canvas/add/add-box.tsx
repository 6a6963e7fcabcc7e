import { Plus } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { askForNode, closeOffers, useAdding } from './add-store.ts';
import styles from './add.module.css';
import { OfferList } from './offer-list.tsx';
import { placeOfPanel } from './place-of-panel.ts';
import { selectedEnd } from './selected-end.ts';
import { useOutsidePress } from './use-outside-press.ts';

/** The box at the upper left that adds nodes: `/` goes there. For a wire or a port its list opens where that is. */
export function AddBox(): React.ReactElement {
  const { t } = useTexts();
  const asked = useAdding((state) => state.asked);
  const box = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  useOutsidePress(box, closeOffers);
  const isOpen = asked !== undefined;
  useLayoutEffect(() => {
    // What had the focus when the list opened gets it back when it is left.
    if (isOpen) before.current = document.activeElement;
  }, [isOpen]);
  return (
    <>
      <div className={styles.box}>
        <button type="button" className={styles.open} onClick={() => askForNode(selectedEnd())}>
          <Plus size={15} /> {t('canvas.add')}
          <kbd className={styles.key}>/</kbd>
        </button>
      </div>
      {asked && (
        <div className={styles.box} data-open="true" ref={box} style={asked.at && placeOfPanel(asked.at)}>
          <OfferList
            key={JSON.stringify(asked)}
            asked={asked}
            onLeave={() => {
              closeOffers();
              giveBack(before.current);
            }}
          />
        </div>
      )}
    </>
  );
}

function giveBack(element: Element | null): void {
  if (element instanceof HTMLElement || element instanceof SVGElement) element.focus({ preventScroll: true });
}
