import { ActionIcon, Tooltip } from '@mantine/core';
import { setName } from '@jacquard/canvas';
import { PanelRightOpen, Redo2, Search, Undo2 } from 'lucide-react';
import { useTexts } from '../i18n/i18n.ts';
import { openSearch } from '../search/search-store.ts';
import { changeFlow, redoChange, undoChange, useEditor } from '../state/editor-store.ts';
import { usePanels } from '../state/panel-store.ts';
import { navigate } from '../state/route.ts';
import styles from './flow-page.module.css';
import { PrivacyLine } from './privacy-line.tsx';
import { RunButton } from './run-button.tsx';
import { SaveLine } from './save-line.tsx';

/** Name, saving, what leaves the machine, undo, and the one primary button. */
export function FlowHeader(): React.ReactElement {
  const { t } = useTexts();
  const canUndo = useEditor(({ history }) => (history?.undo.length ?? 0) > 0);
  const canRedo = useEditor(({ history }) => (history?.redo.length ?? 0) > 0);
  const isRightOpen = usePanels((panels) => panels.isRightOpen);
  return (
    <header className={styles.header}>
      <a
        className={styles.crumb}
        href="/flows"
        onClick={(event) => {
          event.preventDefault();
          navigate('/flows');
        }}
      >
        {t('shell.flows')}
      </a>
      <span className={styles.crumb}>/</span>
      <FlowName />
      <SaveLine />
      <span className={styles.space} />
      <PrivacyLine />
      <HeaderIcon label={t('editing.search')} onClick={openSearch}>
        <Search size={16} />
      </HeaderIcon>
      <HeaderIcon label={t('shell.undo')} isDisabled={!canUndo} onClick={undoChange}>
        <Undo2 size={16} />
      </HeaderIcon>
      <HeaderIcon label={t('shell.redo')} isDisabled={!canRedo} onClick={redoChange}>
        <Redo2 size={16} />
      </HeaderIcon>
      <RunButton />
      {!isRightOpen && (
        <HeaderIcon label={t('shell.unfold-right')} onClick={() => usePanels.setState({ isRightOpen: true })}>
          <PanelRightOpen size={16} />
        </HeaderIcon>
      )}
    </header>
  );
}

interface HeaderIconProps {
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}

function HeaderIcon({ label, isDisabled = false, onClick, children }: HeaderIconProps): React.ReactElement {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={30} aria-label={label} disabled={isDisabled} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function FlowName(): React.ReactElement {
  const { t } = useTexts();
  const name = useEditor(({ history }) => history?.document.name ?? '');
  return (
    <input
      className={styles.name}
      aria-label={t('shell.flow-name')}
      value={name}
      maxLength={200}
      onChange={(event) => changeFlow(setName(event.currentTarget.value), 'name')}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
