import { literalOf, secretOf, type Input, type InputPort, type JsonValue } from '@jacquard/flow';
import { setInput } from '@jacquard/canvas';
import { useId } from 'react';
import { problemSentence } from '../api/problem-text.ts';
import { useIsFaulty } from '../canvas/nodes/use-is-faulty.ts';
import { useTexts } from '../i18n/i18n.ts';
import { issueAt } from '../inspector/repairs/issues-of.ts';
import { RepairButton } from '../inspector/repairs/repair-button.tsx';
import { changeFlow, useEditor } from '../state/editor-store.ts';
import type { FieldSize } from './control-props.ts';
import { EnlargeButton } from './enlarge-button.tsx';
import { FieldControl } from './field-control.tsx';
import { boundsHint, unitWord } from './field-hint.ts';
import styles from './field.module.css';
import { inputOfValue } from './input-of-value.ts';
import { nodeOf } from './node-of.ts';

export interface FieldProps {
  readonly node: string;
  readonly name: string;
  readonly port: InputPort;
  readonly size: FieldSize;
}

/** The field of an input that no wire fills: reads and writes the document, and shows its own problem. */
export function Field({ node, name, port, size }: FieldProps): React.ReactElement {
  const { t, language } = useTexts();
  const id = useId();
  const input = useEditor((state) => nodeOf(state, node)?.node.inputs?.[name]);
  const issue = useEditor((state) => issueAt(state, node, name));
  const changeInput = (next: Input | undefined): void =>
    changeFlow(setInput(node, name, next), `input:${node}.${name}`);
  const isFaulty = useIsFaulty(node, name);
  const isPeeking = useEditor(({ peek }) => peek !== undefined);
  const isInline = size === 'node' && isSmall(port);
  const hint = size === 'node' ? undefined : hintOf(boundsHint(port, t, language), port.help?.[language]);
  const isTold = issue !== undefined && size !== 'node';
  const described = [hint && `${id}-hint`, isTold && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div
      className={`${styles.field} ${size === 'node' ? 'nodrag nowheel' : ''}`}
      data-inline={isInline}
      data-size={size}
      data-field={name}
      data-faulty={isFaulty && size !== 'node'}
    >
      <div className={styles.labelRow}>
        <label id={`${id}-label`} className={styles.label} htmlFor={id} title={port.label[language]}>
          {port.label[language]}
          {port.unit && <span className={styles.unit}> ({unitWord(port.unit, t)})</span>}
        </label>
        {size === 'full' && <EnlargeButton node={node} name={name} port={port} />}
      </div>
      <fieldset className={styles.locking} role="presentation" disabled={isPeeking}>
        <FieldControl
          id={id}
          labelledBy={`${id}-label`}
          describedBy={described === '' ? undefined : described}
          node={node}
          name={name}
          port={port}
          size={size}
          input={input}
          value={fieldValue(input, port)}
          isInvalid={issue?.severity === 'error' && issue.code !== 'input-missing'}
          onChange={(value) => changeInput(inputOfValue(value, port))}
          onInput={changeInput}
        />
      </fieldset>
      {hint && (
        <span id={`${id}-hint`} className={styles.help}>
          {hint}
        </span>
      )}
      {isTold && (
        <span id={`${id}-problem`} className={styles.problem} data-severity={issue.severity}>
          {problemSentence(issue, language)} <RepairButton issue={issue} />
        </span>
      )}
    </div>
  );
}

function hintOf(bounds: string | undefined, help: string | undefined): string | undefined {
  const parts = [help, bounds].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** What the field holds: the document's literal, or the default. */
function fieldValue(input: Input | undefined, port: InputPort): JsonValue | undefined {
  const secret = secretOf(input);
  if (secret !== undefined) return secret;
  return literalOf(input) ?? (input === undefined || input === null ? port.default : undefined);
}

function isSmall({ kind, field, multiline }: InputPort): boolean {
  if (field === 'model' || field === 'reranker' || field === 'flow') return true;
  return field === undefined && multiline !== true && ['number', 'boolean', 'choice', 'text'].includes(kind.kind);
}
