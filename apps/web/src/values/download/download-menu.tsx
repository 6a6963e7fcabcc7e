import { Button, Menu } from '@mantine/core';
import { Download as DownloadIcon } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import { useValueTitle } from '../value-title.ts';
import { fileName } from './file-name.ts';
import { saveText } from './save-text.ts';

/** A form in which a value can be saved. */
export interface Download {
  readonly extension: 'txt' | 'md' | 'json' | 'csv';
  readonly text: () => string;
}

const names = {
  txt: 'faces.file-txt',
  md: 'faces.file-md',
  json: 'faces.file-json',
  csv: 'faces.file-csv',
} as const;

/** Saves the value as a file, in a form of the person's choice. */
export function DownloadMenu({ downloads }: { readonly downloads: readonly Download[] }): React.ReactElement {
  const { t } = useTexts();
  const title = useValueTitle();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          h={28}
          aria-label={t('faces.download')}
          leftSection={<DownloadIcon size={13} />}
        >
          {t('faces.download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {downloads.map(({ extension, text }) => (
          <Menu.Item key={extension} onClick={() => saveText(fileName(title, extension), text())}>
            {t(names[extension])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
