import { Menu } from '@mantine/core';
import type { Publication } from '@jacquard/protocol';
import { CloudOff, History, Rocket, Tag } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import { usePublications } from './use-publications.ts';

/** What a person may have asked for of a version's publication. */
export type PublicationAction = 'publish' | 'labels' | 'withdraw';

interface PublicationMenuProps {
  readonly flowId: string;
  readonly publication: Publication | undefined;
  readonly onAction: (action: PublicationAction) => void;
}

/** The items of a version's menu that concern its callers; none in a project folder. */
export function PublicationMenu({ flowId, publication, onAction }: PublicationMenuProps): React.ReactElement | null {
  const { t } = useTexts();
  const list = usePublications(flowId).data;
  if (list === undefined || list.isFolder === true) return null;
  return (
    <>
      {publication === undefined && (
        <Menu.Item leftSection={<Rocket size={13} />} onClick={() => onAction('publish')}>
          {t('publishing.menu-publish')}
        </Menu.Item>
      )}
      {publication?.isCurrent === false && (
        <Menu.Item leftSection={<History size={13} />} onClick={() => onAction('publish')}>
          {t('publishing.menu-back')}
        </Menu.Item>
      )}
      {publication && (
        <>
          <Menu.Item leftSection={<Tag size={13} />} onClick={() => onAction('labels')}>
            {t('publishing.menu-labels')}
          </Menu.Item>
          <Menu.Item leftSection={<CloudOff size={13} />} onClick={() => onAction('withdraw')}>
            {t('publishing.menu-withdraw')}
          </Menu.Item>
        </>
      )}
    </>
  );
}
