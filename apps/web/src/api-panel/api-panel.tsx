import { useEffect } from 'react';
import { addLaterTexts } from '../i18n/i18n.ts';
import { later } from '../values/later.tsx';
import { closeApiPanel, useApiPanel } from './api-panel-store.ts';

const ApiView = later(async () => {
  const [{ ApiView: part }] = await Promise.all([import('./api-view.tsx'), addLaterTexts()]);
  return part;
});

/**
 * How the open flow is called, over the place that it stands in (which must be positioned). Draws nothing while it isn't asked for. What
 * lies below should be `inert` meanwhile.
 */
export function ApiPanel({ flowId }: { readonly flowId: string }): React.ReactElement | null {
  const isOpen = useApiPanel((state) => state.isOpen);
  useEffect(() => closeApiPanel, []);
  return isOpen ? <ApiView flowId={flowId} /> : null;
}
