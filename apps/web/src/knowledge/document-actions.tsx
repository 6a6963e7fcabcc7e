import { ActionIcon, Tooltip } from '@mantine/core';
import { Replace, TextQuote, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { chooseFile } from './choose-file.ts';

interface DocumentActionsProps {
  /** The document's path, as people see it. */
  readonly name: string;
  readonly passages: number;
  readonly isOpen: boolean;
  readonly onPassages: () => void;
  readonly onReplace: (file: File) => Promise<void>;
  readonly onDelete: () => void;
}

/** What can be done with a document: see its passages, put a newer file in its place, take it out. */
export function DocumentActions(props: DocumentActionsProps): React.ReactElement {
  const { name, passages, isOpen, onPassages, onReplace, onDelete } = props;
  const { t } = useTexts();
  const [isBusy, setBusy] = useState(false);
  const replace = async (): Promise<void> => {
    const chosen = await chooseFile();
    if (!chosen) return;
    setBusy(true);
    await onReplace(chosen);
    setBusy(false);
  };
  return (
    <>
      <Action
        label={t('knowledge.show-passages', { name })}
        hint={t('knowledge.show-passages-hint')}
        isPressed={isOpen}
        isDisabled={passages === 0}
        onClick={onPassages}
      >
        <TextQuote size={15} />
      </Action>
      <Action
        label={t('knowledge.replace', { name })}
        hint={t('knowledge.replace-hint')}
        isBusy={isBusy}
        onClick={() => void replace()}
      >
        <Replace size={15} />
      </Action>
      <Action label={t('knowledge.remove', { name })} hint={t('knowledge.delete')} onClick={onDelete}>
        <Trash2 size={15} />
      </Action>
    </>
  );
}

interface ActionProps {
  readonly label: string;
  readonly hint: string;
  readonly isPressed?: boolean;
  readonly isDisabled?: boolean;
  readonly isBusy?: boolean;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}

function Action({ label, hint, isPressed, isDisabled, isBusy, onClick, children }: ActionProps): React.ReactElement {
  return (
    <Tooltip label={hint}>
      <ActionIcon
        variant={isPressed ? 'light' : 'subtle'}
        color={isPressed ? 'thread' : 'gray'}
        size={28}
        aria-label={label}
        aria-expanded={isPressed}
        disabled={isDisabled ?? false}
        loading={isBusy ?? false}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
