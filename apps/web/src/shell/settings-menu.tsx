import { ActionIcon, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Check, Settings } from 'lucide-react';
import { SignOutItem } from '../access/sign-out-item.tsx';
import { api } from '../api/api.ts';
import { chooseLanguage, useTexts } from '../i18n/i18n.ts';
import { openShortcuts } from '../shortcuts/shortcuts-store.ts';

const schemes: readonly MantineColorScheme[] = ['light', 'dark', 'auto'];

/** Language and appearance. */
export function SettingsMenu(): React.ReactElement {
  const { t, language } = useTexts();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const workspace = useQuery({ queryKey: ['workspace'], queryFn: api.workspace, staleTime: Infinity });
  const mark = (isChosen: boolean): React.ReactNode => (isChosen ? <Check size={14} /> : null);
  return (
    <Menu position="right-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} radius={9} aria-label={t('shell.settings')}>
          <Settings size={19} strokeWidth={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell.language')}</Menu.Label>
        <Menu.Item rightSection={mark(language === 'en')} onClick={() => void chooseLanguage('en')} lang="en">
          English
        </Menu.Item>
        <Menu.Item rightSection={mark(language === 'fr')} onClick={() => void chooseLanguage('fr')} lang="fr">
          Français
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('shell.theme')}</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item key={scheme} rightSection={mark(colorScheme === scheme)} onClick={() => setColorScheme(scheme)}>
            {scheme === 'light'
              ? t('shell.theme-light')
              : scheme === 'dark'
                ? t('shell.theme-dark')
                : t('shell.theme-auto')}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item rightSection={<kbd>?</kbd>} onClick={openShortcuts}>
          {t('editing.shortcuts')}
        </Menu.Item>
        <SignOutItem />
        {workspace.data && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('shell.version', { version: workspace.data.version })}</Menu.Label>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
