import { useReactFlow, type Viewport } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useEditor } from '../../state/editor-store.ts';
import { fitOptions } from '../fit-options.ts';
import { enteredScope, useEntered } from './entered-store.ts';

/** Entering a scope fits its inside into view; going back shows what was in sight before. */
export function useScopeView(): void {
  const { fitView, getViewport, setViewport } = useReactFlow();
  const flowId = useEditor((state) => state.flowId);
  const entered = useEntered();
  const scope = useEditor((state) => enteredScope(state, entered));
  const shown = useRef({ flowId, scope });
  const views = useRef(new Map<string, Viewport>());
  useEffect(() => {
    const before = shown.current;
    shown.current = { flowId, scope };
    if (before.flowId !== flowId) views.current.clear();
    if (before.flowId !== flowId || before.scope === scope) return undefined;
    views.current.set(before.scope ?? '', getViewport());
    const known = views.current.get(scope ?? '');
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    // The inside is drawn, and measured, before it can be fitted.
    const timer = setTimeout(() => {
      if (known) void setViewport(known);
      else void fitView({ ...fitOptions, duration: isStill ? 0 : 120 });
    }, 60);
    return () => clearTimeout(timer);
  }, [flowId, scope, fitView, getViewport, setViewport]);
}
