import type { CanvasNode } from '@jacquard/canvas';
import { literalOf, secretOf, type Input } from '@jacquard/flow';
import { useId } from 'react';
import { FieldControl } from '../fields/field-control.tsx';
import styles from '../fields/field.module.css';
import { boundsHint, unitWord } from '../fields/field-hint.ts';
import { inputOfValue } from '../fields/input-of-value.ts';
import { useTexts } from '../i18n/i18n.ts';
import { changeFlow } from '../state/editor-store.ts';
import { setSharedInput, type SharedSetting } from './shared-settings.ts';

interface SharedFieldProps {
  readonly nodes: readonly CanvasNode[];
  readonly setting: SharedSetting;
}

/** One setting of several nodes: a change is made in all of them, as one step of undo. */
export function SharedField({
  nodes,
  setting: { name, port, input, isDifferent },
}: SharedFieldProps): React.ReactElement {
  const { t, language } = useTexts();
  const id = useId();
  const hint = boundsHint(port, t, language);
  const described = [isDifferent && `${id}-different`, hint && `${id}-hint`].filter(Boolean).join(' ');
  const ids = nodes.map((node) => node.id).join(' ');
  const change = (next: Input | undefined): void =>
    changeFlow(setSharedInput(nodes, name, next), `inputs:${ids}.${name}`);
  const value = isDifferent ? undefined : (secretOf(input) ?? literalOf(input) ?? port.default);
  return (
    <div className={styles.field} data-size="full" data-field={name}>
      <div className={styles.labelRow}>
        <label id={`${id}-label`} className={styles.label} htmlFor={id}>
          {port.label[language]}
          {port.unit && <span className={styles.unit}> ({unitWord(port.unit, t)})</span>}
        </label>
        {isDifferent && (
          <span id={`${id}-different`} className={styles.different}>
            {t('editing.several-different')}
          </span>
        )}
      </div>
      <FieldControl
        id={id}
        labelledBy={`${id}-label`}
        describedBy={described === '' ? undefined : described}
        node={nodes[0]?.id ?? ''}
        name={name}
        port={port}
        size="full"
        input={isDifferent ? undefined : input}
        value={value}
        isInvalid={false}
        onChange={(next) => change(inputOfValue(next, port))}
        onInput={change}
      />
      {hint !== undefined && (
        <span id={`${id}-hint`} className={styles.help}>
          {hint}
        </span>
      )}
    </div>
  );
}
