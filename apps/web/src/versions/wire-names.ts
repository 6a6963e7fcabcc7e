import type { LostWire } from '@jacquard/canvas';
import type { FlowDocument } from '@jacquard/flow';
import { nodeTitle } from '../bottom/node-title.ts';
import type { DifferenceWords } from './part-label.ts';
import { addressText } from './part-text.ts';

/** Wires by the nodes at their ends. */
export function wireNames(wires: readonly LostWire[], document: FlowDocument, words: DifferenceWords): string {
  return wires
    .map(({ from, node }) => {
      const target = nodeTitle(node, document, words.descriptors, words.language);
      return `${target} ${addressText(from, document, words)}`;
    })
    .join(', ');
}
