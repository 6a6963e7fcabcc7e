import { Button } from '@mantine/core';
import { FilePlus2, FolderPlus } from 'lucide-react';
import { useRef } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { filesOfList, type PlacedFile } from './placed-file.ts';

interface FilePickersProps {
  /** Whether adding files is what the page is for now. */
  readonly isPrimary?: boolean;
  readonly onFiles: (files: readonly PlacedFile[]) => void;
}

/** The two ways to documents without dragging them: files, or a whole folder. */
export function FilePickers({ isPrimary = false, onFiles }: FilePickersProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <>
      <Picker
        label={t('knowledge.add-folder')}
        icon={<FolderPlus size={14} />}
        variant="default"
        isFolder
        onFiles={onFiles}
      />
      <Picker
        label={t('knowledge.add-files')}
        icon={<FilePlus2 size={14} />}
        variant={isPrimary ? 'filled' : 'default'}
        isFolder={false}
        onFiles={onFiles}
      />
    </>
  );
}

interface PickerProps {
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly variant: 'filled' | 'default';
  readonly isFolder: boolean;
  readonly onFiles: (files: readonly PlacedFile[]) => void;
}

function Picker({ label, icon, variant, isFolder, onFiles }: PickerProps): React.ReactElement {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant={variant} leftSection={icon} onClick={() => chooser.current?.click()}>
        {label}
      </Button>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={label}
        {...(isFolder && { webkitdirectory: '' })}
        onChange={(event) => {
          const files = filesOfList(event.currentTarget.files ?? []);
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
