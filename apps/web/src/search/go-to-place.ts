import type { SearchPlace } from '@jacquard/canvas';
import { showNode } from '../canvas/show-node.ts';
import { goToField, goToNote } from '../inspector/go-to-field.ts';
import { select } from '../state/editor-store.ts';
import { showPortValue } from '../state/panel-store.ts';

/** Shows where a result is, while a person goes through the list: selects it and brings it into view, no more. */
export function lookAtPlace(place: SearchPlace): void {
  if (place.of === 'note') return goToNote(place.note);
  select({ nodes: [place.node] });
  showNode(place.node);
}

/** Goes to a result: into the field, to the note, to the value in full. */
export function goToPlace(place: SearchPlace): void {
  switch (place.of) {
    case 'note':
      goToNote(place.note);
      return focusCanvas();
    case 'value':
      lookAtPlace(place);
      showPortValue(place.node, place.port, place.side, place.step);
      return focusValue();
    case 'field':
      return goToField(place.node, place.port);
    default:
      return goToField(place.node);
  }
}

function focusCanvas(): void {
  document.querySelector<HTMLElement>('.react-flow')?.focus();
}

/** The panel of values is drawn only now, and its code may have to come first. */
function focusValue(until = Date.now() + 2_000): void {
  setTimeout(() => {
    const panel = document.querySelector<HTMLElement>('[data-values]');
    if (panel) panel.focus();
    else if (Date.now() < until) focusValue(until);
    else focusCanvas();
  }, 50);
}
