import { Switch, TextInput } from '@mantine/core';
import { setDisabled, setTitle, type CanvasNode } from '@jacquard/canvas';
import { NodeIcon } from '../canvas/nodes/node-icon.tsx';
import { useTexts } from '../i18n/i18n.ts';
import { changeFlow } from '../state/editor-store.ts';
import { Markdown } from '../values/markdown.tsx';
import styles from './inspector.module.css';

/** The node's name and type, what it does, and whether it takes part. */
export function InspectorHead({
  canvasNode: { id, node, descriptor },
}: {
  readonly canvasNode: CanvasNode;
}): React.ReactElement {
  const { t, language } = useTexts();
  return (
    <>
      <div className={styles.head}>
        <NodeIcon type={node.type} icon={descriptor?.icon} />
        <div className={styles.names}>
          <TextInput
            data-start
            size="xs"
            aria-label={t('fields.name')}
            value={node.title ?? ''}
            placeholder={descriptor?.title[language] ?? node.type}
            onChange={(event) => changeFlow(setTitle(id, event.currentTarget.value), `title:${id}`)}
          />
        </div>
        <Switch
          size="sm"
          aria-label={t('canvas.enable')}
          checked={node.disabled !== true}
          onChange={(event) => changeFlow(setDisabled([id], !event.currentTarget.checked))}
        />
      </div>
      <p className={styles.summary}>
        <span className={styles.type}>
          {descriptor?.title[language] ?? t('canvas.unknown-type', { type: node.type })} ·{' '}
        </span>
        {descriptor?.summary[language]}
      </p>
      {descriptor?.documentation && (
        <details>
          <summary className={styles.type}>{t('fields.documentation')}</summary>
          <Markdown text={descriptor.documentation[language]} />
        </details>
      )}
    </>
  );
}
