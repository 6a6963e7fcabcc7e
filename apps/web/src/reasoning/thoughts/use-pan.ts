import { useCallback } from 'react';

/** Draws the content of a place that scrolls along with the pointer, pressed on its ground. */
export function usePan(): (event: React.PointerEvent<HTMLElement>) => void {
  return useCallback((event) => {
    const element = event.currentTarget;
    if (event.button !== 0 || event.pointerType === 'touch' || (event.target as Element).closest('[role="treeitem"]'))
      return; // boundary: what a pointer event of an element hits is one
    const [x, y, left, top] = [event.clientX, event.clientY, element.scrollLeft, element.scrollTop];
    element.setPointerCapture(event.pointerId);
    const move = ({ clientX, clientY }: PointerEvent): void => {
      element.scrollLeft = left + x - clientX;
      element.scrollTop = top + y - clientY;
    };
    const end = (): void => {
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', end);
      element.removeEventListener('pointercancel', end);
    };
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', end);
    element.addEventListener('pointercancel', end);
  }, []);
}
