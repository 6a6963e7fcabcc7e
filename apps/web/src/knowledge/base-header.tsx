import { ActionIcon, Menu, VisuallyHidden } from '@mantine/core';
import type { KnowledgeBaseState } from '@jacquard/protocol';
import { Ellipsis, RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { buildBase, deleteBase, saveBase } from './base-actions.ts';
import { FilePickers } from './file-pickers.tsx';
import frame from '../shell/page-frame.module.css';
import styles from './knowledge.module.css';
import { PageLink } from './page-link.tsx';
import { addFiles } from './upload-store.ts';
import { useProject } from './use-project.ts';
import { ProblemLine } from './problem-line.tsx';

/** Where one is, the base's name, and what can be done with it as a whole. */
export function BaseHeader({ base }: { readonly base: KnowledgeBaseState }): React.ReactElement {
  const { t } = useTexts();
  const [problem, setProblem] = useState<unknown>();
  return (
    <header className={`${frame.header} ${styles.header}`}>
      <VisuallyHidden component="h1">{base.name}</VisuallyHidden>
      <PageLink className={styles.crumb} path="/knowledge">
        {t('shell.knowledge')}
      </PageLink>
      <span className={styles.slash}>/</span>
      <NameField key={base.name} base={base} onProblem={setProblem} />
      <span className={styles.space}>
        <ProblemLine problem={problem} />
      </span>
      {base.state !== 'broken' && (
        <FilePickers isPrimary={base.files.length > 0} onFiles={(files) => addFiles(base.id, files)} />
      )}
      <BaseMenu base={base} onProblem={setProblem} />
    </header>
  );
}

interface PartProps {
  readonly base: KnowledgeBaseState;
  readonly onProblem: (problem: unknown) => void;
}

/** The name, changed in place: Enter or leaving keeps it, Escape doesn't. */
function NameField({ base, onProblem }: PartProps): React.ReactElement {
  const { t } = useTexts();
  const [name, setName] = useState(base.name);
  const save = (): void => {
    const wanted = name.trim();
    if (wanted === '') setName(base.name);
    if (wanted === '' || wanted === base.name) return;
    void saveBase(base, { name: wanted }).then(() => onProblem(undefined), onProblem);
  };
  return (
    <input
      className={styles.name}
      aria-label={t('knowledge.name')}
      maxLength={200}
      value={name}
      disabled={base.state === 'broken'}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setName(base.name);
      }}
    />
  );
}

function BaseMenu({ base, onProblem }: PartProps): React.ReactElement {
  const { t } = useTexts();
  const [isDeleting, setDeleting] = useState(false);
  const isProject = useProject() !== undefined;
  const rebuild = (): void => void buildBase(base.id).then(() => onProblem(undefined), onProblem);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('knowledge.menu', { name: base.name })}>
            <Ellipsis size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<RefreshCw size={13} />}
            disabled={base.state === 'building' || base.state === 'broken'}
            onClick={rebuild}
          >
            {t('knowledge.build')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<Trash2 size={13} />} color="var(--err)" onClick={() => setDeleting(true)}>
            {t('knowledge.delete-base')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        isOpen={isDeleting}
        title={t('knowledge.delete-base-title')}
        text={t(isProject ? 'knowledge.delete-base-project' : 'knowledge.delete-base-text', {
          name: base.name,
          count: base.files.length,
        })}
        action={t('knowledge.delete')}
        onClose={() => setDeleting(false)}
        onConfirm={() => deleteBase(base.id)}
      />
    </>
  );
}
