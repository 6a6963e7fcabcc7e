import { useEffect, type RefObject } from 'react';
import { useWantedField } from './go-to-field.ts';

const focusable =
  'textarea, input:not([type="hidden"]):not(:disabled), [contenteditable="true"], button:not(:disabled), select';

/** Puts the focus into the field that a person went to, once the node's inspector is drawn; opens what it is folded in. */
export function useFieldFocus(inspector: RefObject<HTMLElement | null>, node: string | undefined): void {
  const wanted = useWantedField((state) => state.wanted);
  useEffect(() => {
    const area = inspector.current;
    if (!wanted || wanted.node !== node || !area) return;
    useWantedField.setState({ wanted: undefined });
    const place =
      wanted.port === undefined
        ? undefined
        : area.querySelector<HTMLElement>(`[data-field="${CSS.escape(wanted.port)}"]`);
    const folded = place?.closest('details');
    if (folded) folded.open = true;
    const target = (place ?? area).querySelector<HTMLElement>(place ? focusable : '[data-start]') ?? place ?? area;
    target.focus({ preventScroll: true });
    (place ?? target).scrollIntoView({ block: 'nearest' });
  }, [inspector, node, wanted]);
}
