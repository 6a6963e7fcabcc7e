import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type RightTab = 'chat' | 'node' | 'notes' | 'versions';
export type BottomTab = 'timeline' | 'problems' | 'runs' | 'tests' | 'values';

interface PanelState {
  readonly isRightOpen: boolean;
  readonly isBottomOpen: boolean;
  readonly rightTab: RightTab;
  readonly bottomTab: BottomTab;
  /** What stands under the tabs at the bottom, in pixels; undefined until a person has drawn it. */
  readonly bottomHeight: number | undefined;
  /** The port whose value is shown in full, and of which turn of a loop (by the path of its step; absent: the last). */
  readonly shownPort:
    | { readonly node: string; readonly port: string; readonly side: 'in' | 'out'; readonly step?: string | undefined }
    | undefined;
}

/** Which panels are open, and at what; remembered by the browser. */
export const usePanels = create<PanelState>()(
  persist(
    (): PanelState => ({
      isRightOpen: true,
      isBottomOpen: innerHeight >= 800 && innerWidth > 760,
      rightTab: 'chat',
      bottomTab: 'timeline',
      bottomHeight: undefined,
      shownPort: undefined,
    }),
    {
      name: 'jacquard-panels',
      partialize: ({ isRightOpen, isBottomOpen, rightTab, bottomTab, bottomHeight }) => ({
        isRightOpen,
        isBottomOpen,
        rightTab,
        bottomTab,
        bottomHeight,
      }),
    },
  ),
);

/** Opens the right panel at a tab. */
export function openRight(rightTab: RightTab): void {
  usePanels.setState({ rightTab, isRightOpen: true });
}

/** Opens the bottom panel at a tab. */
export function openBottom(bottomTab: BottomTab): void {
  usePanels.setState({ bottomTab, isBottomOpen: true });
}

/** Shows a port's value in full. */
export function showPortValue(node: string, port: string, side: 'in' | 'out', step?: string): void {
  usePanels.setState({ shownPort: { node, port, side, step }, bottomTab: 'values', isBottomOpen: true });
}
