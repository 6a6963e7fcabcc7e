import { ActionIcon } from '@mantine/core';
import { ownValue, type InputPort } from '@jacquard/flow';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { nodeTitle } from '../bottom/node-title.ts';
import { useTexts } from '../i18n/i18n.ts';
import { shownDocument, useEditor } from '../state/editor-store.ts';
import styles from './enlarged-field.module.css';
import { closeEnlarged, useEnlarged, type EnlargedField as Place } from './enlarged-store.ts';
import { Field } from './field.tsx';

/** The field that a person opened large: a panel over the canvas, beside which all else goes on. Escape closes it. */
export function EnlargedField(): React.ReactElement | null {
  const field = useEnlarged((state) => state.field);
  const port = useEditor(({ derived }) => {
    const node = field && derived?.canvas.nodes.find(({ id }) => id === field.node);
    return node && !node.wired.has(field.name) ? ownValue(node.ports.inputs, field.name) : undefined;
  });
  const isGone = field !== undefined && port === undefined;
  useEffect(() => {
    if (isGone) closeEnlarged();
  }, [isGone]);
  useEffect(() => () => useEnlarged.setState({ field: undefined, opener: undefined }), []);
  return field && port ? <Panel key={`${field.node}.${field.name}`} place={field} port={port} /> : null;
}

function Panel({
  place: { node, name },
  port,
}: {
  readonly place: Place;
  readonly port: InputPort;
}): React.ReactElement {
  const { t, language } = useTexts();
  const title = useEditor((state) => nodeTitle(node, shownDocument(state), state.descriptors, language));
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('textarea, [contenteditable="true"], [role="grid"]')?.focus();
  }, []);
  return (
    <section
      ref={panel}
      className={styles.panel}
      data-covers-canvas
      aria-label={t('editing.enlarged', { name: port.label[language], node: title })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        closeEnlarged();
      }}
    >
      <header className={styles.head}>
        <span className={styles.title}>{title}</span>
        <span className={styles.hint}>{t('editing.enlarged-escape')}</span>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('editing.close')} onClick={closeEnlarged}>
          <X size={16} />
        </ActionIcon>
      </header>
      <div className={styles.body}>
        <Field node={node} name={name} port={port} size="large" />
      </div>
    </section>
  );
}
