import { fileValueSchema, isObjectInput, type Input } from '@jacquard/flow';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';
import type { ControlProps } from './control-props.ts';
import styles from './field.module.css';
import { FileDrop } from './file-drop.tsx';

/** A file of the flow: dropped or chosen, sent to the server at once, written down by its hash and name. */
export function FileField({ id, input, onInput }: ControlProps): React.ReactElement {
  const { language } = useTexts();
  const flowId = useEditor((state) => state.flowId) ?? '';
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const send = async (file: File): Promise<void> => {
    setSending(true);
    setProblem(undefined);
    await api.uploadFile(flowId, file).then(({ file: stored }) => onInput(stored), setProblem);
    setSending(false);
  };
  return (
    <>
      <FileDrop
        id={id}
        name={fileName(input)}
        isSending={isSending}
        onFile={(file) => void send(file)}
        onRemove={() => onInput(undefined)}
      />
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
