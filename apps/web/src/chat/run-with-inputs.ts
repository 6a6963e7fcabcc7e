import { useEditor } from '../state/editor-store.ts';
import { useFlowInputs } from '../state/flow-inputs-store.ts';
import { openRight } from '../state/panel-store.ts';
import { startRun } from '../state/start-run.ts';
import { useChat } from './chat-store.ts';
import { missingInputs } from './missing-inputs.ts';
import { filledInputs } from './send-message.ts';

/** Runs the flow with what is filled in; shows what is missing instead when something needed is. */
export async function runWithInputs(afresh: boolean): Promise<void> {
  const ports = useEditor.getState().derived?.flowInterface.inputs ?? [];
  const inputs = filledInputs();
  if (missingInputs(ports, inputs, useChat.getState().unreadable).length > 0) {
    openRight('chat');
    useFlowInputs.setState({ isAsking: true });
    return;
  }
  await startRun({ inputs, ...(afresh && { afresh }) });
}
