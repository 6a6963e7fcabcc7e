import { ActionIcon } from '@mantine/core';
import { PanelRightClose } from 'lucide-react';
import { ChatPanel } from '../chat/chat-panel.tsx';
import { useTexts } from '../i18n/i18n.ts';
import { openRight, usePanels } from '../state/panel-store.ts';
import styles from './flow-page.module.css';
import { NotesList } from './notes-list.tsx';
import { Tabs } from './tabs.tsx';
import { later } from '../values/later.tsx';
import { VersionsPanel } from '../versions/versions-panel.tsx';

const NodeInspector = later(async () => (await import('../inspector/node-inspector.tsx')).NodeInspector);

/** What I talk to or edit: chat, node, notes, versions. */
export function RightPanel(): React.ReactElement | null {
  const { t } = useTexts();
  const { isRightOpen, rightTab } = usePanels();
  if (!isRightOpen) return null;
  return (
    <aside className={styles.right} aria-label={t('access.right')}>
      <Tabs
        label={t('access.right')}
        value={rightTab}
        onChange={openRight}
        items={[
          { name: 'chat', label: t('shell.chat') },
          { name: 'node', label: t('shell.node') },
          { name: 'notes', label: t('shell.notes') },
          { name: 'versions', label: t('versions.tab') },
        ]}
      >
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('shell.fold-right')}
          onClick={() => usePanels.setState({ isRightOpen: false })}
        >
          <PanelRightClose size={16} />
        </ActionIcon>
      </Tabs>
      {rightTab === 'chat' && <ChatPanel />}
      {rightTab === 'node' && <NodeInspector />}
      {rightTab === 'notes' && <NotesList />}
      {rightTab === 'versions' && <VersionsPanel />}
    </aside>
  );
}
