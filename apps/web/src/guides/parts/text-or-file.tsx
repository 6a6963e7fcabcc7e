import { Button, Textarea } from '@mantine/core';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { useFileDrop } from '../../state/use-file-drop.ts';
import { formatCount } from '../../values/format-duration.ts';
import styles from '../guides.module.css';

/** Characters that a pasted text may have: more would make the page slow. */
const mostCharacters = 200_000;

interface TextOrFileProps {
  readonly label: string;
  readonly value: string;
  readonly rows: number;
  readonly sample: string;
  readonly sampleText: string;
  readonly onText: (text: string) => void;
  /** Takes a file as it is; without it, files are read as text into the field. */
  readonly onFile?: ((file: File) => void) | undefined;
}

/** Where a text is pasted, or a file dropped or chosen, or the sample taken. */
export function TextOrFile(props: TextOrFileProps): React.ReactElement {
  const { label, value, rows, sample, sampleText, onText, onFile } = props;
  const { t, language } = useTexts();
  const [refusal, setRefusal] = useState<string>();
  const chooser = useRef<HTMLInputElement>(null);
  const take = (text: string): void => {
    const isLong = text.length > mostCharacters;
    setRefusal(isLong ? t('guides.too-long', { most: formatCount(mostCharacters, language) }) : undefined);
    if (!isLong) onText(text);
  };
  const takeFile = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    if (onFile) return onFile(file);
    const text = await readText(file);
    if (text === undefined) setRefusal(t('guides.unreadable', { name: file.name }));
    else take(text);
  };
  const drop = useFileDrop(([file]) => void takeFile(file));
  return (
    <div className={styles.taking} {...drop}>
      <Textarea
        name="text"
        label={label}
        placeholder={t('guides.drop-text')}
        minRows={rows}
        maxRows={rows * 2}
        autosize
        value={value}
        error={refusal}
        onChange={(event) => take(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button variant="default" leftSection={<FileUp size={14} />} onClick={() => chooser.current?.click()}>
          {t('guides.choose-file')}
        </Button>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label={t('guides.choose-file')}
          onChange={(event) => {
            void takeFile(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <Button variant="default" onClick={() => take(sample)}>
          {t('guides.sample')}
        </Button>
        <span className={styles.quiet}>{sampleText}</span>
      </div>
    </div>
  );
}

/** A file's text, in UTF-8 or as older programs on Windows write it; undefined for what is no text. */
async function readText(file: File): Promise<string | undefined> {
  const bytes = await file.arrayBuffer();
  if (new Uint8Array(bytes).subarray(0, 4_096).includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
