import { Button, Group, Switch } from '@mantine/core';
import { setDisabled, type CanvasNode } from '@jacquard/canvas';
import { duplicateNodes } from '../canvas/actions/clipboard.ts';
import { deleteSelected } from '../canvas/actions/delete-nodes.ts';
import { nodeOf } from '../fields/node-of.ts';
import { useTexts } from '../i18n/i18n.ts';
import { changeFlow, useEditor } from '../state/editor-store.ts';
import styles from './inspector.module.css';
import { SeveralErrors } from './several-errors.tsx';
import { SharedField } from './shared-field.tsx';
import { sharedSettings } from './shared-settings.ts';

/** What can be done with several nodes at once: the settings that they share, whether they take part, what errors do. */
export function SeveralNodes({ ids }: { readonly ids: readonly string[] }): React.ReactElement {
  const { t } = useTexts();
  const canvas = useEditor(({ derived }) => derived?.canvas);
  const nodes = canvas ? ids.flatMap((id) => nodeOf(useEditor.getState(), id) ?? []) : [];
  const settings = sharedSettings(nodes);
  return (
    <>
      <p className={styles.empty}>{t('fields.selected', { count: ids.length })}</p>
      <Group gap={6}>
        <Button variant="default" onClick={() => duplicateNodes(ids)}>
          {t('canvas.duplicate')}
        </Button>
        <Button variant="default" c="var(--err)" onClick={deleteSelected}>
          {t('canvas.delete')}
        </Button>
      </Group>
      <TakesPart nodes={nodes} />
      <section className={styles.section} aria-label={t('editing.several-shared')}>
        <h2 className={styles.sectionTitle}>{t('editing.several-shared')}</h2>
        {settings.length === 0 ? (
          <p className={styles.empty}>{t('editing.several-none')}</p>
        ) : (
          <div className={styles.rows}>
            {settings.map((setting) => (
              <SharedField key={setting.name} nodes={nodes} setting={setting} />
            ))}
          </div>
        )}
      </section>
      <SeveralErrors nodes={nodes} />
    </>
  );
}

function TakesPart({ nodes }: { readonly nodes: readonly CanvasNode[] }): React.ReactElement {
  const { t } = useTexts();
  const disabled = nodes.filter(({ node }) => node.disabled === true).length;
  const isMixed = disabled > 0 && disabled < nodes.length;
  return (
    <Switch
      mt={12}
      size="sm"
      label={t('editing.several-take-part')}
      description={isMixed ? t('editing.several-different') : undefined}
      checked={disabled === 0}
      onChange={() =>
        changeFlow(
          setDisabled(
            nodes.map(({ id }) => id),
            disabled === 0,
          ),
        )
      }
    />
  );
}
