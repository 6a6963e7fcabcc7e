import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface ViewChoice {
  readonly isWrapped: boolean;
  readonly isMono: boolean;
}

/** How a person likes to read texts; remembered by the browser. */
export const useViewChoice = create<ViewChoice>()(
  persist((): ViewChoice => ({ isWrapped: true, isMono: false }), { name: 'jacquard-values' }),
);
