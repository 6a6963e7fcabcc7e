import { create } from 'zustand';

interface ApiPanelState {
  readonly isOpen: boolean;
}

/** Whether the page shows how the open flow is called. */
export const useApiPanel = create<ApiPanelState>()(() => ({ isOpen: false }));

/** Shows in the place of the canvas how the flow is called. */
export function openApiPanel(): void {
  useApiPanel.setState({ isOpen: true });
}

/** Shows the canvas again. */
export function closeApiPanel(): void {
  useApiPanel.setState({ isOpen: false });
}
