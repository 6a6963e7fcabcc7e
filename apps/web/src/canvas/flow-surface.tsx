import { ReactFlow, SelectionMode, useReactFlow, type Rect, type Viewport } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { select, useEditor } from '../state/editor-store.ts';
import { later } from '../values/later.tsx';
import { usePanels } from '../state/panel-store.ts';
import { AddBox } from './add/add-box.tsx';
import type { CanvasElement } from './canvas-elements.ts';
import { CanvasToolbar } from './canvas-toolbar.tsx';
import { useDroppedFiles } from './drop/file-offers-store.ts';
import { useCanvasDrop } from './drop/use-canvas-drop.ts';
import { useEndMenu } from './ports/port-menu-store.ts';
import { EmptyCanvas } from './empty-canvas.tsx';
import { fitOptions } from './fit-options.ts';
import styles from './flow-canvas.module.css';
import { NodeCard } from './nodes/node-card.tsx';
import { NoteCard } from './nodes/note-card.tsx';
import { ScopeFrame } from './nodes/scope-frame.tsx';
import { useShownNode } from './show-node.ts';
import { Breadcrumbs } from './structure/breadcrumbs.tsx';
import { CanvasMap } from './structure/canvas-map.tsx';
import { FoldedScope } from './structure/folded-scope.tsx';
import { GroupBox } from './structure/group-box.tsx';
import { GroupFrame } from './structure/group-frame.tsx';
import { StageFrame } from './structure/stage-frame.tsx';
import { openInside } from './structure/structure-keys.ts';
import { useCanvasMenu } from './structure/use-canvas-menu.ts';
import { useScopeView } from './structure/use-scope-view.ts';
import { useCanvasElements } from './use-canvas-elements.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useDots } from './use-dots.ts';
import { useDrawing } from './use-drawing.ts';
import { useEdges } from './use-edges.ts';
import { ConnectionHint } from './wires/connection-hint.tsx';
import { useCanvasWords } from './use-canvas-words.ts';
import { useEditingParts } from './use-editing-parts.ts';
import { usePanning } from './use-panning.ts';
import { useWiring } from './wires/use-wiring.ts';
import { WireEdge } from './wires/wire-edge.tsx';

const FileOffers = later(async () => (await import('./drop/file-offers.tsx')).FileOffers);

const EndMenu = later(async () => (await import('./ports/end-menu.tsx')).EndMenu);
const CanvasMenu = later(async () => (await import('./canvas-menu.tsx')).CanvasMenu);

const nodeTypes = {
  step: NodeCard,
  scope: ScopeFrame,
  folded: FoldedScope,
  stage: StageFrame,
  'group-frame': GroupFrame,
  'group-box': GroupBox,
  note: NoteCard,
};
const edgeTypes = { wire: WireEdge };

/** Above this, only what is in sight is drawn; below, all can be reached by Tab. */
const manyElements = 150;

/** React Flow over the projection of the document. */
export function FlowSurface(): React.ReactElement {
  const { t } = useTexts();
  const { elements, change } = useCanvasElements();
  const edges = useEdges();
  const drawing = useDrawing();
  const drop = useCanvasDrop();
  const words = useCanvasWords();
  const wiring = useWiring();
  const menu = useCanvasMenu();
  const surface = useRef<HTMLDivElement>(null);
  const panning = usePanning(surface);
  useDots(surface);
  useCanvasKeys();
  useEditingParts();
  useFirstView();
  useShownNode();
  useScopeView();
  return (
    <div ref={surface} className={styles.surface} {...drop}>
      <ReactFlow<CanvasElement>
        nodes={elements}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={change}
        onEdgesChange={drawing.selectWires}
        onConnect={drawing.connect}
        onConnectEnd={drawing.connectEnd}
        isValidConnection={drawing.isValid}
        {...wiring}
        onNodeDoubleClick={(_event, element) => openElement(element)}
        onPaneClick={() => select({})}
        {...menu.handlers}
        {...panning}
        deleteKeyCode={null}
        selectionMode={SelectionMode.Partial}
        selectionOnDrag
        panOnDrag={[1, 2]}
        panOnScroll
        onlyRenderVisibleElements={elements.length > manyElements}
        zoomOnDoubleClick={false}
        multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
        minZoom={0.15}
        maxZoom={2}
        nodeDragThreshold={3}
        connectionRadius={24}
        proOptions={{ hideAttribution: true }}
        aria-label={t('canvas.label')}
        ariaLabelConfig={words}
      >
        <CanvasMap />
        <ConnectionHint />
      </ReactFlow>
      <CanvasOverlays isEmpty={elements.length === 0} menu={menu} />
    </div>
  );
}

interface CanvasOverlaysProps {
  readonly isEmpty: boolean;
  readonly menu: ReturnType<typeof useCanvasMenu>;
}

/** What floats over the canvas. */
function CanvasOverlays({ isEmpty, menu }: CanvasOverlaysProps): React.ReactElement {
  const isPeeking = useEditor(({ peek }) => peek !== undefined);
  const isEndAsked = useEndMenu(({ asked, choosing }) => asked !== undefined || choosing !== undefined);
  const hasFiles = useDroppedFiles(({ dropped }) => dropped !== undefined);
  return (
    <>
      {!isPeeking && <AddBox />}
      <Breadcrumbs />
      <CanvasToolbar />
      {isEmpty && <EmptyCanvas />}
      {hasFiles && <FileOffers />}
      {isEndAsked && <EndMenu />}
      {menu.at && <CanvasMenu at={menu.at} onClose={menu.close} />}
    </>
  );
}

/** A double click goes into a loop or a sub-flow, and shows any other node in the panel at the right. */
function openElement(element: CanvasElement): void {
  const canvasNode = 'canvasNode' in element.data ? element.data.canvasNode : undefined;
  if (canvasNode && !openInside(canvasNode)) usePanels.setState({ isRightOpen: true, rightTab: 'node' });
}

const readableZoom = 0.6;

/**
 * A flow that is opened shows whole; one that would be too small to read shows from its beginning. When a banner or a panel takes
 * or leaves room, it is fitted anew until a person has touched the canvas.
 */
function useFirstView(): void {
  const { fitView, getNodes, getNodesBounds, setViewport } = useReactFlow();
  const flowId = useEditor((state) => state.flowId ?? (state.peek && 'peek'));
  useEffect(() => {
    const canvas = document.querySelector('.react-flow');
    if (flowId === undefined || !canvas) return undefined;
    const show = (): void => {
      const bounds = getNodesBounds(getNodes());
      const area = canvas.getBoundingClientRect();
      const fitting = Math.min((area.width - 56) / bounds.width, (area.height - 126) / bounds.height);
      if (fitting >= readableZoom) void fitView(fitOptions);
      else void setViewport(beginningOf(bounds, area));
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(show, 80);
    });
    observer.observe(canvas);
    const end = (): void => observer.disconnect();
    const touches = ['pointerdown', 'wheel', 'keydown', 'dragover'] as const;
    const surface = canvas.parentElement ?? canvas;
    for (const touch of touches) surface.addEventListener(touch, end, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      end();
      for (const touch of touches) surface.removeEventListener(touch, end, { capture: true });
    };
  }, [flowId, fitView, getNodes, getNodesBounds, setViewport]);
}

/** The view of a flow's left end, in a size that can be read, below the box that adds nodes. */
function beginningOf(bounds: Rect, area: { readonly height: number }): Viewport {
  const spare = (area.height - bounds.height * readableZoom) / 2;
  return { zoom: readableZoom, x: 30 - bounds.x * readableZoom, y: Math.max(66, spare) - bounds.y * readableZoom };
}
