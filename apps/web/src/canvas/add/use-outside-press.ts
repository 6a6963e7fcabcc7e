import { useEffect } from 'react';

/** Closes a panel that is open when something else is pressed. */
export function useOutsidePress(panel: React.RefObject<HTMLElement | null>, close: () => void): void {
  useEffect(() => {
    const press = (event: PointerEvent): void => {
      if (!panel.current || (event.target instanceof Node && panel.current.contains(event.target))) return;
      close();
    };
    addEventListener('pointerdown', press, true);
    return () => removeEventListener('pointerdown', press, true);
  }, [panel, close]);
}
