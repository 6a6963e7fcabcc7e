import type { Edge } from '@xyflow/react';
import type { CanvasNode, CanvasWire } from '@jacquard/canvas';
import type { Language } from '@jacquard/flow';
import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useTexts } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';

const noWires: readonly CanvasWire[] = [];

/** The wires of the open flow as React Flow draws them; each is named after the nodes that it joins. */
export function useEdges(): Edge[] {
  const { t, language } = useTexts();
  const wires = useEditor(({ derived }) => derived?.canvas.wires ?? noWires);
  const titles = useEditor(useShallow(({ derived }) => titlesOf(derived?.canvas.nodes ?? [], language)));
  const selected = useEditor(({ selection }) => selection.wires);
  return useMemo(
    () =>
      wires.map((wire) => ({
        id: wire.id,
        type: 'wire',
        source: wire.source,
        sourceHandle: wire.sourceHandle,
        target: wire.target,
        targetHandle: wire.targetHandle,
        selected: selected.includes(wire.id),
        data: { wire },
        ariaLabel: t('canvas.wire', {
          from: titles[wire.source] ?? wire.source,
          to: titles[wire.target] ?? wire.target,
        }),
      })),
    [wires, titles, selected, t],
  );
}

function titlesOf(nodes: readonly CanvasNode[], language: Language): Record<string, string> {
  return Object.fromEntries(
    nodes.map(({ id, node, descriptor }) => [id, node.title ?? descriptor?.title[language] ?? id]),
  );
}
