import { fileValueSchema, isObjectInput, type Input } from '@jacquard/flow';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { useUpload } from '../state/use-upload.ts';
import type { ControlProps } from './control-props.ts';
import styles from './field.module.css';
import { FileDrop } from './file-drop.tsx';

/** A file of the flow: dropped or chosen, sent to the server at once, written down by its hash and name. */
export function FileField({ id, input, onInput }: ControlProps): React.ReactElement {
  const { language } = useTexts();
  const { upload, receiving, problem } = useUpload(onInput);
  return (
    <>
      <FileDrop
        id={id}
        name={fileName(input)}
        isSending={receiving !== undefined}
        onFile={(file) => void upload(file)}
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
