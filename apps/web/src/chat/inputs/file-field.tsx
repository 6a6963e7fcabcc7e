import { ActionIcon, Button, Input, Loader } from '@mantine/core';
import { fileValueSchema, type FileValue, type FlowPort } from '@jacquard/flow';
import { FileText, X } from 'lucide-react';
import { useRef } from 'react';
import { problemText } from '../../api/problem-text.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { useFileDrop } from '../../state/use-file-drop.ts';
import { useUpload } from '../../state/use-upload.ts';
import { formatBytes } from '../../values/file-line.tsx';
import styles from './inputs.module.css';
import { isMissing } from '../missing-inputs.ts';
import { baseName } from './base-name.ts';
import type { FieldProps } from './field-props.ts';

/** A file, dropped or chosen. It goes to the store of this machine and nowhere else. */
export function FileField(props: FieldProps): React.ReactElement {
  const { port, label, value, error, onChange } = props;
  const { t, language } = useTexts();
  const chooser = useRef<HTMLInputElement>(null);
  const { upload, receiving, problem } = useUpload(onChange);
  const file = fileValueSchema.safeParse(value).data;
  const failure = problem === undefined ? undefined : problemText(problem, language).detail;
  const drop = useFileDrop(([first]) => first && void upload(first));
  return (
    <Input.Wrapper
      label={label}
      description={port.help}
      error={failure ?? error}
      withAsterisk={isMissing(port, undefined)}
      labelElement="div"
    >
      <div className={styles.drop} {...drop}>
        <FileState port={port} file={file} receiving={receiving} onClear={() => onChange(undefined)} />
        <Button variant="default" size="compact-sm" h={28} onClick={() => chooser.current?.click()}>
          {t('chat.choose-file')}
        </Button>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label={label}
          onChange={(event) => {
            const first = event.currentTarget.files?.[0];
            if (first) void upload(first);
            event.currentTarget.value = '';
          }}
        />
      </div>
    </Input.Wrapper>
  );
}

interface FileStateProps {
  readonly port: FlowPort;
  readonly file: FileValue | undefined;
  readonly receiving: string | undefined;
  readonly onClear: () => void;
}

function FileState({ port, file, receiving, onClear }: FileStateProps): React.ReactElement {
  const { t, language } = useTexts();
  if (receiving !== undefined) {
    return (
      <span className={styles.fileName} role="status">
        <Loader size={12} /> {t('chat.receiving', { name: receiving })}
      </span>
    );
  }
  if (file) {
    return (
      <>
        <span className={styles.fileName} title={file.name}>
          <FileText size={14} /> <span className={styles.fileText}>{file.name}</span>{' '}
          <span className={styles.fileSize}>{formatBytes(file.size, language)}</span>
        </span>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('chat.clear-file', { name: file.name })}
          onClick={onClear}
        >
          <X size={14} />
        </ActionIcon>
      </>
    );
  }
  const own = ownFile(port);
  if (own === undefined) return <span className={styles.fileName}>{t('chat.drop-file')}</span>;
  return (
    <span className={styles.fileOwn} title={own}>
      <span>{t('chat.file-set')}</span>
      <span className={styles.fileText}>{own}</span>
    </span>
  );
}

/** The name of the file that the flow itself sets. */
function ownFile({ default: standard, defaultFrom }: FlowPort): string | undefined {
  if (defaultFrom) return 'file' in defaultFrom ? baseName(defaultFrom.name ?? defaultFrom.file) : defaultFrom.setting;
  return fileValueSchema.safeParse(standard).data?.name;
}
