import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';
import { keepMine, takeChosen, takeTheirs } from '../state/resolve-conflict.ts';
import { MergeDialog } from '../versions/merge-dialog.tsx';

/** Two have changed the same thing: a person chooses node by node which stays, or keeps both as two flows. */
export function ConflictDialog(): React.ReactElement | null {
  const { t } = useTexts();
  const save = useEditor((state) => state.save);
  const mine = useEditor(({ history }) => history?.document);
  if (save.state !== 'conflict' || !mine) return null;
  return (
    <MergeDialog
      title={t('versions.conflict-title')}
      text={t('versions.conflict-text', { name: mine.name })}
      base={save.base}
      mine={mine}
      theirs={save.theirs.document}
      onChoose={takeChosen}
    >
      <CopyMenu name={mine.name} />
    </MergeDialog>
  );
}

/** The way out for those who want no merge: one state stays, the other becomes a flow of its own. */
function CopyMenu({ name }: { readonly name: string }): React.ReactElement {
  const { t, language } = useTexts();
  const copyName = t('shell.copy-name', { name });
  const attempt = (work: Promise<void>): void =>
    void work.catch((error: unknown) =>
      notifications.show({
        color: 'red',
        message: problemText(error, language).detail,
        closeButtonProps: { 'aria-label': t('shell.close') },
      }),
    );
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button variant="subtle">{t('versions.copy-instead')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => attempt(takeTheirs(copyName))}>{t('versions.copy-theirs')}</Menu.Item>
        <Menu.Item onClick={() => attempt(keepMine(copyName))}>{t('versions.copy-mine')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
