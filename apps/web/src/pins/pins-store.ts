import type { JsonValue } from '@jacquard/flow';
import type { Pin } from '@jacquard/protocol';
import { create } from 'zustand';
import { api } from '../api/api.ts';
import { useEditor } from '../state/editor-store.ts';
import { useRun } from '../state/run-store.ts';

interface PinsState {
  /** By node, of the flow that is open. Values over 64 KiB are references. */
  readonly pins: ReadonlyMap<string, Pin>;
}

const none: ReadonlyMap<string, Pin> = new Map();

/** The pinned values of the flow that is open. They lie on the server, beside the flow's draft and never in its document. */
export const usePins = create<PinsState>()(() => ({ pins: none }));

/** Reads the pins of the open flow again: another tab may have changed them. */
async function loadPins(): Promise<void> {
  const { flowId } = useEditor.getState();
  if (flowId === undefined) return;
  const answer = await api.pins(flowId).catch(() => undefined);
  if (answer && useEditor.getState().flowId === flowId) {
    usePins.setState({ pins: new Map(answer.pins.map((pin) => [pin.node, pin])) });
  }
}

/** Pins the outputs of a node; references among them are those of the run. False when that failed: the page says why. */
export async function pinOutputs(
  node: string,
  outputs: Readonly<Record<string, JsonValue>>,
  runId: string | undefined,
): Promise<boolean> {
  return change(async (flowId) => {
    const pin = await api.savePin(flowId, node, outputs, runId);
    return (pins) => pins.set(node, pin);
  });
}

/** The node runs again. */
export async function unpin(node: string): Promise<void> {
  await change(async (flowId) => {
    await api.deletePin(flowId, node);
    return (pins) => pins.delete(node);
  });
}

/** All nodes run again. */
export async function unpinAll(): Promise<void> {
  await change(async (flowId) => {
    await api.deletePins(flowId);
    return (pins) => pins.clear();
  });
}

async function change(act: (flowId: string) => Promise<(pins: Map<string, Pin>) => void>): Promise<boolean> {
  const { flowId } = useEditor.getState();
  if (flowId === undefined) return false;
  try {
    const apply = await act(flowId);
    if (useEditor.getState().flowId !== flowId) return true;
    const pins = new Map(usePins.getState().pins);
    apply(pins);
    usePins.setState({ pins });
    return true;
  } catch (error) {
    useRun.setState({ problem: error });
    return false;
  }
}

useEditor.subscribe((state, before) => {
  if (state.flowId === before.flowId) return;
  usePins.setState({ pins: none });
  void loadPins();
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void loadPins();
});
