import { useEffect } from 'react';
import { loadPart } from '../values/load-part.ts';

/** What a person needs who does something on the canvas, be the server there or not. */
const parts = [
  async () => import('./canvas-menu.tsx'),
  async () => import('./ports/end-menu.tsx'),
  async () => import('./structure/scope-move-items.tsx'),
  async () => import('./structure/move-by-menu.ts'),
  async () => import('./wires/conversion-label.tsx'),
  async () => import('./wires/wire-card.tsx'),
];

const touches = ['pointermove', 'pointerdown', 'keydown'] as const;

/** Brings the menus and what dragging does at the first touch of the page: a flow opens with less, and has them when it is edited. */
export function useEditingParts(): void {
  useEffect(() => {
    const end = (): void => {
      for (const touch of touches) removeEventListener(touch, load, true);
    };
    const load = (): void => {
      end();
      for (const part of parts) void loadPart<unknown>(part);
    };
    for (const touch of touches) addEventListener(touch, load, { capture: true, passive: true });
    return end;
  }, []);
}
