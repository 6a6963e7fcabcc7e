import { useMemo } from 'react';
import { useFlowBases } from '../canvas/drop/use-flow-bases.ts';
import { useTexts } from '../i18n/i18n.ts';
import { filesOfTransfer } from '../knowledge/placed-file.ts';
import { addFiles } from '../knowledge/upload-store.ts';
import { useEditor } from '../state/editor-store.ts';
import { setFlowInput } from '../state/flow-inputs-store.ts';
import { useTransferDrop } from '../state/use-file-drop.ts';
import { useUpload } from '../state/use-upload.ts';
import { later } from '../values/later.tsx';
import styles from './chat.module.css';
import { conversationOf } from './conversation-of.ts';
import { ConversationPanel } from './conversation-panel.tsx';

const RunForm = later(async () => (await import('./run-form.tsx')).RunForm);

/**
 * What a person says to the flow, and what it answers; a form for flows that aren't talked to. Files may be dropped anywhere on it:
 * one for the flow's file input, else as many as one likes for its knowledge base.
 */
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
  const [base] = useFlowBases();
  const drop = useTransferDrop(
    (transfer) => {
      const [file] = transfer.files;
      if (fileInput && file) void upload(file);
      else if (!fileInput && base) void filesOfTransfer(transfer).then((files) => addFiles(base.id, files));
    },
    fileInput !== undefined || base !== undefined,
  );
  if (flowId === undefined || !conversation) return null;
  return (
    <div className={styles.panel} role="tabpanel" aria-label={t('shell.chat')} {...drop}>
      {conversation.question ? (
        <ConversationPanel flowId={flowId} conversation={conversation} base={fileInput ? undefined : base} />
      ) : (
        <RunForm conversation={conversation} />
      )}
    </div>
  );
}
