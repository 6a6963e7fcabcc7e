import { useMemo } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';
import { setFlowInput } from '../state/flow-inputs-store.ts';
import { useFileDrop } from '../state/use-file-drop.ts';
import { useUpload } from '../state/use-upload.ts';
import styles from './chat.module.css';
import { conversationOf } from './conversation-of.ts';
import { ConversationPanel } from './conversation-panel.tsx';
import { RunForm } from './run-form.tsx';

/** What a person says to the flow, and what it answers; a form for flows that aren't talked to. A file may be dropped anywhere on it. */
export function ChatPanel(): React.ReactElement | null {
  const { t } = useTexts();
  const flowId = useEditor((state) => state.flowId);
  const flowInterface = useEditor(({ derived }) => derived?.flowInterface);
  const descriptors = useEditor((state) => state.descriptors);
  const conversation = useMemo(
    () => flowInterface && conversationOf(flowInterface, descriptors),
    [flowInterface, descriptors],
  );
  const fileInput = conversation?.otherInputs.find(({ kind }) => kind.kind === 'file');
  const { upload } = useUpload((file) => fileInput && setFlowInput(fileInput.id, file));
  const drop = useFileDrop(([file]) => file && void upload(file), fileInput !== undefined);
  if (flowId === undefined || !conversation) return null;
  return (
    <div className={styles.panel} role="tabpanel" aria-label={t('shell.chat')} {...drop}>
      {conversation.question ? (
        <ConversationPanel flowId={flowId} conversation={conversation} />
      ) : (
        <RunForm conversation={conversation} />
      )}
    </div>
  );
}
