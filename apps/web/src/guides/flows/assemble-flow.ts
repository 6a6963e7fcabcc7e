import { nodesById, type Descriptors, type FlowDocument, type FlowNode, type Language } from '@jacquard/flow';
import { noteHeight } from './note-height.ts';

/** A note that explains what stands below it. */
interface GuideNote {
  /** Where its left edge is; notes of one flow stand beside each other, above the nodes. */
  readonly x: number;
  readonly width: number;
  /** Markdown. */
  readonly text: string;
}

/** What a guide's flow is made of. */
export interface FlowParts {
  readonly name: string;
  readonly description: string;
  readonly language: Language;
  readonly nodes: Readonly<Record<string, FlowNode>>;
  /** Of these nodes and maybe others; nothing of it lies above 0. */
  readonly places: NonNullable<NonNullable<FlowDocument['layout']>['nodes']>;
  readonly notes: readonly GuideNote[];
}

/** Between notes and nodes, in pixels. */
const gap = 40;

/** A flow with its notes above the nodes: nodes grow downward, so whatever they come to show, no note is covered. */
export function assembleFlow(parts: FlowParts, descriptors: Descriptors): FlowDocument {
  const { nodes, places, notes, name, description, language } = parts;
  const draft: FlowDocument = { jacquard: 1, name: name.slice(0, 200), nodes };
  const known = nodesById(draft);
  const types = [...known.values()].map(({ node: { type } }) => [type, descriptors.get(type)?.version ?? 1] as const);
  const placed = notes.map(({ x, width, text }, index) => {
    const height = noteHeight(text, width);
    const note = { x, y: -height - gap, width, height, text: { lines: text.split('\n') } };
    return [`note-${index + 1}`, note] as const;
  });
  return {
    ...draft,
    description,
    language,
    types: Object.fromEntries(types),
    layout: {
      nodes: Object.fromEntries(Object.entries(places).filter(([id]) => known.has(id))),
      notes: Object.fromEntries(placed),
    },
  };
}
