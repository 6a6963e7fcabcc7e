import { useMemo, useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';
import { setFlowInput } from '../state/flow-inputs-store.ts';
import styles from './chat.module.css';
import { conversationOf } from './conversation-of.ts';
import { ConversationPanel } from './conversation-panel.tsx';
import { useUpload } from './inputs/use-upload.ts';
import { RunForm } from './run-form.tsx';

/** What a person says to the flow, and what it answers; a form for flows that aren't talked to. A file may be dropped anywhere on it. */
export function ChatPanel(): React.ReactElement | null {
  const { t } = useTexts();
  const flowId = useEditor((state) => state.flowId);
  const flowInterface = useEditor(({ derived }) => derived?.flowInterface);
  const descriptors = useEditor((state) => state.descriptors);
  const [isOver, setOver] = useState(false);
  const conversation = useMemo(
    () => flowInterface && conversationOf(flowInterface, descriptors),
    [flowInterface, descriptors],
  );
  const fileInput = conversation?.otherInputs.find(({ kind }) => kind.kind === 'file');
  const { upload } = useUpload((file) => fileInput && setFlowInput(fileInput.id, file));
  if (flowId === undefined || !conversation) return null;
  const canDrop = (event: React.DragEvent): boolean =>
    fileInput !== undefined && event.dataTransfer.types.includes('Files');
  return (
    <div
      className={styles.panel}
      role="tabpanel"
      aria-label={t('shell.chat')}
      data-over={isOver}
      onDragOver={(event) => {
        if (!canDrop(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false); // boundary: an event's target is a node
      }}
      onDrop={(event) => {
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (!file || !canDrop(event)) return;
        event.preventDefault();
        void upload(file);
      }}
    >
      {conversation.question ? (
        <ConversationPanel flowId={flowId} conversation={conversation} />
      ) : (
        <RunForm conversation={conversation} />
      )}
    </div>
  );
}
