import { ActionIcon, Menu } from '@mantine/core';
import type { FlowSummary } from '@jacquard/protocol';
import { Copy, Download, Ellipsis, Package, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { deleteFlow, duplicateFlow, exportBundle, exportFlow } from './flow-actions.ts';
import styles from './flows.module.css';

interface FlowCardMenuProps {
  readonly flow: FlowSummary;
  /** The name is being changed: focus stays there instead of coming back to the menu. */
  readonly isRenaming: boolean;
  readonly onRename: () => void;
  readonly onProblem: (problem: unknown) => void;
}

/** What can be done with a flow besides opening it. */
export function FlowCardMenu({ flow, isRenaming, onRename, onProblem }: FlowCardMenuProps): React.ReactElement {
  const { t } = useTexts();
  const [isDeleting, setDeleting] = useState(false);
  const isBroken = flow.broken === true;
  const attempt = (work: Promise<void>): void => void work.then(() => onProblem(undefined), onProblem);
  return (
    <>
      <Menu position="bottom-end" returnFocus={!isRenaming}>
        <Menu.Target>
          <ActionIcon
            className={styles.cardMenu}
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t('flows.menu', { name: flow.name })}
          >
            <Ellipsis size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Pencil size={13} />} disabled={isBroken} onClick={onRename}>
            {t('flows.rename')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Copy size={13} />}
            disabled={isBroken}
            onClick={() => attempt(duplicateFlow(flow.id, t('shell.copy-name', { name: flow.name })))}
          >
            {t('flows.duplicate')}
          </Menu.Item>
          <ExportItems id={flow.id} isOpen={!isBroken} attempt={attempt} />
          <Menu.Divider />
          <Menu.Item leftSection={<Trash2 size={13} />} color="var(--err)" onClick={() => setDeleting(true)}>
            {t('flows.delete-menu')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        isOpen={isDeleting}
        title={t('flows.delete-title')}
        text={t('flows.delete-text', { name: flow.name })}
        action={t('flows.delete')}
        onClose={() => setDeleting(false)}
        onConfirm={() => deleteFlow(flow)}
      />
    </>
  );
}

interface ExportItemsProps {
  readonly id: string;
  readonly isOpen: boolean;
  readonly attempt: (work: Promise<void>) => void;
}

/** The flow as a file, or with all that it names. */
function ExportItems({ id, isOpen, attempt }: ExportItemsProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <>
      <Menu.Item leftSection={<Download size={13} />} disabled={!isOpen} onClick={() => attempt(exportFlow(id))}>
        {t('flows.export')}
      </Menu.Item>
      <Menu.Item leftSection={<Package size={13} />} disabled={!isOpen} onClick={() => attempt(exportBundle(id))}>
        {t('flows.export-bundle')}
      </Menu.Item>
    </>
  );
}
