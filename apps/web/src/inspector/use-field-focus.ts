import { useEffect, type RefObject } from 'react';
import { useWantedField } from './go-to-field.ts';

/** What a field is filled in by; where there is nothing of it, its buttons. */
const writable = 'textarea, input:not([type="hidden"]):not(:disabled), [contenteditable="true"], [role="grid"], select';
const pressable = 'button:not(:disabled)';

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
    const target = place
      ? (find(place, writable) ?? find(place, pressable) ?? place)
      : (find(area, '[data-start]') ?? area);
    target.focus({ preventScroll: true });
    (place ?? target).scrollIntoView({ block: 'nearest' });
  }, [inspector, node, wanted]);
}

function find(area: HTMLElement, selector: string): HTMLElement | null {
  return area.querySelector<HTMLElement>(selector);
}
