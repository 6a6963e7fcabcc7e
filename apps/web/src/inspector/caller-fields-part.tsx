import { setOverride, type CanvasNode } from '@jacquard/canvas';
import { overrideRefusal, parseAddress } from '@jacquard/flow';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { changeFlow, shownDocument, useEditor } from '../state/editor-store.ts';
import styles from './inspector.module.css';

const none: readonly string[] = [];

/** A person says here which fields of the node programs that call the flow may change. Absent where they never may. */
export function CallerFieldsPart({ canvasNode }: { readonly canvasNode: CanvasNode }): React.ReactElement | null {
  const { t, language } = useTexts();
  const listed = useEditor((state) => shownDocument(state)?.overrides ?? none);
  const isPeeking = useEditor(({ peek }) => peek !== undefined);
  const { id, node, descriptor, ports } = canvasNode;
  const [isOpen] = useState(() => listed.some((address) => parseAddress(address).node === id));
  if (!descriptor) return null;
  const fields = Object.entries(ports.inputs).flatMap(([name, port]) => {
    const refusal = overrideRefusal({ node, descriptor, ports }, name);
    const isListed = listed.includes(`${id}.${name}`);
    return refusal === undefined || isListed ? [{ name, label: port.label[language], isListed, refusal }] : [];
  });
  if (fields.length === 0) return null;
  return (
    <details className={styles.section} open={isOpen || undefined}>
      <summary>{t('publishing.callers')}</summary>
      <div className={styles.rows}>
        <span className={styles.type}>{t('publishing.callers-hint')}</span>
        {fields.map(({ name, label, isListed, refusal }) => (
          <Checkbox
            key={name}
            className={styles.caller}
            label={label}
            aria-label={t('publishing.callers-field', { field: label })}
            {...(refusal === 'wired' && { description: t('publishing.callers-wired') })}
            checked={isListed}
            disabled={isPeeking}
            onChange={(event) => changeFlow(setOverride(id, name, event.currentTarget.checked))}
          />
        ))}
      </div>
    </details>
  );
}
