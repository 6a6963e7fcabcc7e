import { Background, Position, ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { nodeSize, sampleGraph } from '../sample-graph.ts';

/** React Flow with its own nodes and wires and nothing else; size and view come with the address. */
const asked = new URLSearchParams(location.search);
const number = (name: string): number => Number(asked.get(name));
const graph = sampleGraph();
const canvas = createElement(
  ReactFlow,
  {
    defaultNodes: Object.entries(graph.places).map(([id, position]) => ({
      id,
      position,
      ...nodeSize,
      data: { label: id },
      sourcePosition: Position.Right,
      targetPosition: Position.Left,
    })),
    defaultEdges: graph.wires.map(({ from, to, port }) => ({ id: `${from}>${to}/${port}`, source: from, target: to })),
    defaultViewport: { x: number('x'), y: number('y'), zoom: number('zoom') },
    onlyRenderVisibleElements: true,
    panOnScroll: true,
    minZoom: 0.01,
  },
  createElement(Background),
);
const root = document.querySelector('#root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(createElement('div', { style: { width: number('width'), height: number('height') } }, canvas));
