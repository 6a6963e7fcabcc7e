import { ActionIcon, FileButton, Loader } from '@mantine/core';
import { fileValueSchema, isObjectInput, type Input } from '@jacquard/flow';
import { FileText, FolderOpen, X } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';
import type { ControlProps } from './control-props.ts';
import styles from './field.module.css';

/** A file of the flow: dropped or chosen, sent to the server at once, written down by its hash and name. */
export function FileField({ id, input, onInput }: ControlProps): React.ReactElement {
  const { t, language } = useTexts();
  const flowId = useEditor((state) => state.flowId) ?? '';
  const [isOver, setOver] = useState(false);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const name = fileName(input);
  const send = async (file: File | null | undefined): Promise<void> => {
    if (!file) return;
    setSending(true);
    setProblem(undefined);
    await api.uploadFile(flowId, file).then(({ file: stored }) => onInput(stored), setProblem);
    setSending(false);
  };
  return (
    <>
      <div
        className={styles.file}
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          event.stopPropagation();
          setOver(false);
          void send(event.dataTransfer.files[0]);
        }}
      >
        {isSending ? <Loader size={14} /> : <FileText size={15} />}
        <span className={styles.fileName} title={name}>
          {name ?? t('fields.file-drop')}
        </span>
        <FileButton onChange={(file) => void send(file)} inputProps={{ id }}>
          {(props) => (
            <ActionIcon
              {...props}
              variant="subtle"
              size={28}
              aria-label={t('fields.file-choose')}
              title={t('fields.file-choose')}
            >
              <FolderOpen size={15} />
            </ActionIcon>
          )}
        </FileButton>
        {name !== undefined && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t('fields.file-remove')}
            onClick={() => onInput(undefined)}
          >
            <X size={14} />
          </ActionIcon>
        )}
      </div>
      {problem !== undefined && (
        <span className={styles.problem} role="alert">
          {problemText(problem, language).detail}
        </span>
      )}
    </>
  );
}

function fileName(input: Input | undefined): string | undefined {
  if (!isObjectInput(input)) return undefined;
  if ('value' in input) return fileValueSchema.safeParse(input.value).data?.name;
  return 'file' in input ? (input.name ?? input.file.split('/').at(-1)) : undefined;
}
