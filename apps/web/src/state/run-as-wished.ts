import { idleNodes, ownValue, valueReferenceSchema, type FlowDocument, type JsonValue } from '@jacquard/flow';
import { neededFor, type RunWish } from '@jacquard/canvas';
import { missingInputs } from '../chat/missing-inputs.ts';
import { useChat } from '../chat/chat-store.ts';
import { filledInputs } from '../chat/send-message.ts';
import { usePins } from '../pins/pins-store.ts';
import { usablePins } from '../pins/usable-pins.ts';
import { useEditor } from './editor-store.ts';
import { useFlowInputs } from './flow-inputs-store.ts';
import { openRight } from './panel-store.ts';
import { useRun } from './run-store.ts';
import { startRun } from './start-run.ts';

/**
 * Runs the flow, or a part of it, with what is filled in. Where only a part is wanted, an input that is empty takes the
 * value that it had in the run on the page. What is missing all the same is asked for instead, if the run would read it.
 */
export async function runAsWished(wish: RunWish): Promise<void> {
  const { derived, history } = useEditor.getState();
  if (!derived || !history) return;
  const isPart = wish.target !== undefined || wish.from !== undefined;
  const inputs = { ...(isPart && inputsOfRun()), ...filledInputs() };
  const read = readNodes(history.document, wish.target);
  const ports = derived.flowInterface.inputs.filter(({ id }) => read.has(id));
  if (missingInputs(ports, inputs, useChat.getState().unreadable).length > 0) {
    openRight('chat');
    useFlowInputs.setState({ isAsking: true });
    return;
  }
  await startRun({ inputs, ...wish });
}

/** What the run on the page was given, of the inputs that the flow still has. Large ones are references, and left out. */
function inputsOfRun(): Record<string, JsonValue> {
  const { view } = useRun.getState();
  const ports = useEditor.getState().derived?.flowInterface.inputs ?? [];
  return Object.fromEntries(
    ports.flatMap(({ id }) => {
      const value = view && ownValue(view.inputs, id);
      return value === undefined || valueReferenceSchema.safeParse(value).success ? [] : [[id, value] as const];
    }),
  );
}

/** The nodes at the top that a run would read or run: not those that only pinned ones need. */
function readNodes(document: FlowDocument, target: string | undefined): Set<string> {
  const pins = usablePins(usePins.getState().pins, useEditor.getState().derived?.canvas.nodes ?? []);
  const part = target === undefined ? document : neededFor(document, target);
  const idle = idleNodes(part, new Set(pins.keys()));
  return new Set(Object.keys(part.nodes).filter((id) => !idle.has(id)));
}
