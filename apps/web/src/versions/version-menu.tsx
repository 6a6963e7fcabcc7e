import { ActionIcon, Menu } from '@mantine/core';
import type { Publication } from '@jacquard/protocol';
import { Ellipsis, Pencil, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { PublicationDialogs } from './publishing/publication-dialogs.tsx';
import { PublicationMenu, type PublicationAction } from './publishing/publication-menu.tsx';
import { useRestore } from './use-restore.ts';
import { deleteVersion } from './version-actions.ts';

interface VersionMenuProps {
  readonly flowId: string;
  readonly number: number;
  readonly publication: Publication | undefined;
  readonly onName: () => void;
}

/** What can be done with a version besides looking at it. */
export function VersionMenu(props: VersionMenuProps): React.ReactElement {
  const { flowId, number, publication, onName } = props;
  const { t } = useTexts();
  const [isDeleting, setDeleting] = useState(false);
  const [action, setAction] = useState<PublicationAction>();
  const restore = useRestore(flowId);
  return (
    <>
      <Menu position="bottom-end" returnFocus={false}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('versions.menu', { number })}>
            <Ellipsis size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<RotateCcw size={13} />} onClick={() => void restore(number)}>
            {t('versions.restore')}
          </Menu.Item>
          <Menu.Item leftSection={<Pencil size={13} />} onClick={onName}>
            {t('versions.rename')}
          </Menu.Item>
          <PublicationMenu flowId={flowId} publication={publication} onAction={setAction} />
          <Menu.Divider />
          <Menu.Item
            leftSection={<Trash2 size={13} />}
            color="var(--err)"
            disabled={publication !== undefined}
            onClick={() => setDeleting(true)}
          >
            {t('versions.delete-menu')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <PublicationDialogs
        flowId={flowId}
        number={number}
        publication={publication}
        action={action}
        onClose={() => setAction(undefined)}
      />
      <ConfirmDialog
        isOpen={isDeleting}
        title={t('versions.delete-title')}
        text={t('versions.delete-text', { number })}
        action={t('versions.delete')}
        onConfirm={() => deleteVersion(flowId, number)}
        onClose={() => setDeleting(false)}
      />
    </>
  );
}
