import { ActionIcon, Tooltip } from '@mantine/core';
import { useDeferredValue } from 'react';
import { Cpu, Keyboard, KeyRound, LibraryBig, Workflow } from 'lucide-react';
import { useTexts } from '../i18n/i18n.ts';
import { ShortcutsDialog } from '../shortcuts/shortcuts-dialog.tsx';
import { openShortcuts } from '../shortcuts/shortcuts-store.ts';
import { navigate, parseRoute, usePath } from '../state/route.ts';
import styles from './app.module.css';
import { SettingsMenu } from './settings-menu.tsx';

/** What exists: flows, knowledge, models; and the settings. Its buttons come right after the first picture of the page. */
export function Rail(): React.ReactElement {
  const { t } = useTexts();
  const isDrawn = useDeferredValue(true, false);
  return (
    <nav className={styles.rail} aria-label={t('shell.rail')}>
      <img className={styles.logo} src="/logo.svg" alt="Jacquard" />
      {isDrawn && <RailButtons />}
    </nav>
  );
}

function RailButtons(): React.ReactElement {
  const { t } = useTexts();
  const { page } = parseRoute(usePath());
  return (
    <>
      <RailLink
        label={t('shell.flows')}
        path="/flows"
        isHere={page === 'flows' || page === 'flow' || page === 'guide' || page === 'start'}
      >
        <Workflow size={19} strokeWidth={1.7} />
      </RailLink>
      <RailLink label={t('shell.knowledge')} path="/knowledge" isHere={page === 'knowledge'}>
        <LibraryBig size={19} strokeWidth={1.7} />
      </RailLink>
      <RailLink label={t('shell.models')} path="/models" isHere={page === 'models' || page === 'insides'}>
        <Cpu size={19} strokeWidth={1.7} />
      </RailLink>
      <RailLink label={t('shell.access')} path="/access" isHere={page === 'access'}>
        <KeyRound size={19} strokeWidth={1.7} />
      </RailLink>
      <span className={styles.railSpace} />
      <Tooltip label={t('editing.shortcuts')} position="right">
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          radius={9}
          aria-label={t('editing.shortcuts')}
          onClick={openShortcuts}
        >
          <Keyboard size={19} strokeWidth={1.7} />
        </ActionIcon>
      </Tooltip>
      <SettingsMenu />
      <ShortcutsDialog />
    </>
  );
}

interface RailLinkProps {
  readonly label: string;
  readonly path: string;
  readonly isHere: boolean;
  readonly children: React.ReactNode;
}

function RailLink({ label, path, isHere, children }: RailLinkProps): React.ReactElement {
  return (
    <Tooltip label={label} position="right">
      <ActionIcon
        component="a"
        href={path}
        aria-label={label}
        aria-current={isHere ? 'page' : undefined}
        variant={isHere ? 'light' : 'subtle'}
        color={isHere ? 'thread' : 'gray'}
        size={36}
        radius={9}
        onClick={(event: React.MouseEvent) => {
          if (event.metaKey || event.ctrlKey || event.button !== 0) return;
          event.preventDefault();
          navigate(path);
        }}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
