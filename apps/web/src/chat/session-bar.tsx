import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import type { SessionSummary } from '@jacquard/protocol';
import { Check, ChevronDown, MessageSquarePlus, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { useTexts } from '../i18n/i18n.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import styles from './session-bar.module.css';
import { chooseSession } from './chat-store.ts';
import { SessionTitleField } from './session-title-field.tsx';

interface SessionBarProps {
  readonly flowId: string;
  readonly sessions: readonly SessionSummary[];
  readonly session: SessionSummary | undefined;
  readonly onNew: () => void;
}

/** Which conversation is shown; others, a new one, and what can be done with this one. */
export function SessionBar({ flowId, sessions, session, onNew }: SessionBarProps): React.ReactElement {
  const { t } = useTexts();
  const [isRenaming, setRenaming] = useState(false);
  const [isDeleting, setDeleting] = useState(false);
  return (
    <div className={styles.sessions}>
      {isRenaming && session ? (
        <SessionTitleField flowId={flowId} session={session} onClose={() => setRenaming(false)} />
      ) : (
        <SessionMenu
          flowId={flowId}
          sessions={sessions}
          session={session}
          onRename={() => setRenaming(true)}
          onDelete={() => setDeleting(true)}
        />
      )}
      <Tooltip label={t('chat.new-session')}>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={t('chat.new-session')} onClick={onNew}>
          <MessageSquarePlus size={16} />
        </ActionIcon>
      </Tooltip>
      {session && (
        <ConfirmDialog
          isOpen={isDeleting}
          title={t('chat.delete-title')}
          text={t('chat.delete-text', { title: titleOrUntitled(session, t('chat.untitled')) })}
          action={t('chat.delete')}
          onClose={() => setDeleting(false)}
          onConfirm={async () => {
            await api.deleteSession(session.id);
            chooseSession(flowId, sessions.find(({ id }) => id !== session.id)?.id ?? null);
            await queryClient.invalidateQueries({ queryKey: queryKeys.sessions(flowId) });
          }}
        />
      )}
    </div>
  );
}

function titleOrUntitled({ title }: SessionSummary, untitled: string): string {
  return title === '' ? untitled : title;
}

interface SessionMenuProps {
  readonly flowId: string;
  readonly sessions: readonly SessionSummary[];
  readonly session: SessionSummary | undefined;
  readonly onRename: () => void;
  readonly onDelete: () => void;
}

function SessionMenu({ flowId, sessions, session, onRename, onDelete }: SessionMenuProps): React.ReactElement {
  const { t, language } = useTexts();
  const title = session ? titleOrUntitled(session, t('chat.untitled')) : t('chat.new-session');
  const timeOf = (at: number): string =>
    new Date(at).toLocaleString(language, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
  if (sessions.length === 0) return <span className={styles.sessionTitle}>{title}</span>;
  return (
    <Menu position="bottom-start" width={300}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          className={styles.sessionButton}
          justify="flex-start"
          rightSection={<ChevronDown size={13} />}
          aria-label={t('chat.sessions', { title })}
        >
          <span className={styles.sessionTitle} title={title}>
            {title}
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.sessionMenu}>
        {session && (
          <>
            <Menu.Item leftSection={<Pencil size={13} />} onClick={onRename}>
              {t('chat.rename')}
            </Menu.Item>
            <Menu.Item leftSection={<Trash2 size={13} />} color="var(--err)" onClick={onDelete}>
              {t('chat.delete-menu')}
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Label>{t('chat.all-sessions')}</Menu.Label>
        {sessions.map((other) => (
          <Menu.Item
            key={other.id}
            leftSection={other.id === session?.id ? <Check size={13} /> : <span className={styles.noCheck} />}
            rightSection={<span className={styles.sessionTime}>{timeOf(other.updatedAt)}</span>}
            onClick={() => chooseSession(flowId, other.id)}
          >
            <span className={styles.sessionTitle}>{titleOrUntitled(other, t('chat.untitled'))}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
