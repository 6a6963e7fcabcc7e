import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface MapState {
  readonly isShown: boolean;
}

/** Whether the map of the canvas is shown; remembered by the browser. */
export const useMap = create<MapState>()(persist((): MapState => ({ isShown: false }), { name: 'jacquard-map' }));

/** Shows or hides the map. */
export function toggleMap(): void {
  useMap.setState(({ isShown }) => ({ isShown: !isShown }));
}
