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
  const hint = [isDifferent && t('editing.several-different'), boundsHint(port, t, language)].filter(Boolean).join(' ');
  const ids = nodes.map((node) => node.id).join(' ');
  const change = (next: Input | undefined): void =>
    changeFlow(setSharedInput(nodes, name, next), `inputs:${ids}.${name}`);
  const value = isDifferent ? undefined : (secretOf(input) ?? literalOf(input) ?? port.default);
  return (
    <div className={styles.field} data-size="full" data-field={name}>
      <label id={`${id}-label`} className={styles.label} htmlFor={id}>
        {port.label[language]}
        {port.unit && <span className={styles.unit}> ({unitWord(port.unit, t)})</span>}
      </label>
      <FieldControl
        id={id}
        labelledBy={`${id}-label`}
        describedBy={hint === '' ? undefined : `${id}-hint`}
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
      {hint !== '' && (
        <span id={`${id}-hint`} className={styles.help}>
          {hint}
        </span>
      )}
    </div>
  );
}
