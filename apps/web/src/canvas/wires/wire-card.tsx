import { EdgeLabelRenderer, useStore } from '@xyflow/react';
import { parseHandle, type CanvasWire } from '@jacquard/canvas';
import { kindName } from '@jacquard/messages/sentences';
import { Ellipsis, Plus } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import { useRun } from '../../state/run-store.ts';
import { showPortValue } from '../../state/panel-store.ts';
import { ShortValue } from '../../values/short-value.tsx';
import { askForNode } from '../add/add-store.ts';
import { middleOfWire, openWireMenu } from '../ports/port-menu-store.ts';
import { sizeWords } from './value-size.ts';
import { hoverWire } from './wire-store.ts';
import { useWireValue } from './wire-value.ts';
import styles from './wire-card.module.css';

interface WireCardProps {
  readonly wire: CanvasWire;
  /** The middle of the wire, in the canvas's own pixels. */
  readonly x: number;
  readonly y: number;
  readonly name: string;
  /** From which kind to which, where the value is converted on the way. */
  readonly conversion: string | undefined;
}

/** At the middle of the wire that one is at: a button to put a node in, its menu, and what it carried last. */
export function WireCard({ wire, x, y, name, conversion }: WireCardProps): React.ReactElement {
  const { t } = useTexts();
  const zoom = useStore(({ transform }) => transform[2]);
  return (
    <EdgeLabelRenderer>
      <div
        className={`${styles.card} nodrag nopan`}
        style={{ transform: `translate(${x}px, ${y}px) scale(${1 / zoom}) translate(-50%, -14px)` }}
        onPointerEnter={() => hoverWire(wire.id)}
        onPointerLeave={() => hoverWire(undefined)}
      >
        <div className={styles.tools}>
          <button
            type="button"
            tabIndex={-1}
            aria-label={t('build.wire-insert-into', { name })}
            title={t('build.wire-insert')}
            onClick={() => askForNode({ wire: wire.id, at: middleOfWire(wire.id) })}
          >
            <Plus size={15} />
          </button>
          <button
            type="button"
            tabIndex={-1}
            aria-label={t('build.wire-menu-of', { name })}
            title={t('build.wire-menu')}
            onClick={() => openWireMenu(wire.id)}
          >
            <Ellipsis size={15} />
          </button>
        </div>
        {conversion !== undefined && (
          <span className={styles.conversion}>{t('build.wire-converted', { kinds: conversion })}</span>
        )}
        <LastValue wire={wire} />
      </div>
    </EdgeLabelRenderer>
  );
}

/** Kind, size and first lines of what the wire carried last. */
function LastValue({ wire }: { readonly wire: CanvasWire }): React.ReactElement | null {
  const { t, language } = useTexts();
  const value = useWireValue(wire);
  const runId = useRun(({ view }) => view?.runId);
  if (value === undefined || !wire.kind) return null;
  const size = sizeWords(value, t);
  const kind = kindName(wire.kind, language);
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.value}
      aria-label={t('build.wire-value', { kind })}
      onClick={() => showPortValue(wire.source, parseHandle(wire.sourceHandle).port, 'out')}
    >
      <span className={styles.about}>{size === undefined ? kind : `${kind} · ${size}`}</span>
      <ShortValue value={value} runId={runId} />
    </button>
  );
}
