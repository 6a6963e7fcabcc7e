import type { Edge } from '@xyflow/react';
import type { CanvasNode, CanvasWire, ViewWire } from '@jacquard/canvas';
import type { Language } from '@jacquard/flow';
import { kindName } from '@jacquard/messages/sentences';
import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useTexts, type Translate } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';
import { nodeTitle } from './ports/port-names.ts';
import { useCanvasView } from './structure/canvas-view.ts';
import { wireAttributes } from './wires/wire-attributes.ts';

/** The wires of the open flow as React Flow draws them; each is named after the nodes that it joins, and what flows. */
export function useEdges(): Edge[] {
  const { t, language } = useTexts();
  const { wires } = useCanvasView();
  const titles = useEditor(useShallow(({ derived }) => titlesOf(derived?.canvas.nodes ?? [], language)));
  const selected = useEditor(({ selection }) => selection.wires);
  return useMemo(() => {
    const chosen = new Set(selected);
    return wires.map((wire) => edgeOf(wire, nameOf(wire.real ?? wire, titles, language, t), chosen.has(wire.id)));
  }, [wires, titles, selected, t, language]);
}

const known = new WeakMap<CanvasWire, { readonly name: string; readonly isSelected: boolean; readonly edge: Edge }>();

/** A wire of which nothing has changed keeps its object, so that it isn't drawn again. */
function edgeOf(wire: ViewWire, name: string, isSelected: boolean): Edge {
  const before = known.get(wire);
  if (before?.name === name && before.isSelected === isSelected) return before.edge;
  const edge: Edge = {
    id: wire.id,
    type: 'wire',
    source: wire.source,
    sourceHandle: wire.sourceHandle,
    target: wire.target,
    targetHandle: wire.targetHandle,
    selected: isSelected,
    data: { wire: wire.real ?? wire, name },
    ariaLabel: name,
    domAttributes: wireAttributes,
  };
  known.set(wire, { name, isSelected, edge });
  return edge;
}

function nameOf(
  { source, target, kind }: CanvasWire,
  titles: Readonly<Record<string, string>>,
  language: Language,
  t: Translate,
): string {
  return t('build.wire-name', {
    from: titles[source] ?? source,
    to: titles[target] ?? target,
    kind: kind ? kindName(kind, language) : t('build.kind-unknown'),
  });
}

function titlesOf(nodes: readonly CanvasNode[], language: Language): Record<string, string> {
  return Object.fromEntries(nodes.map((node) => [node.id, nodeTitle(node, language)]));
}
