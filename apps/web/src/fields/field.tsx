import { literalOf, secretOf, type Input, type InputPort, type JsonValue } from '@jacquard/flow';
import { setInput } from '@jacquard/canvas';
import { useId } from 'react';
import { problemSentence } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { changeFlow, useEditor } from '../state/editor-store.ts';
import { FieldControl } from './field-control.tsx';
import styles from './field.module.css';
import { inputOfValue } from './input-of-value.ts';

export interface FieldProps {
  readonly node: string;
  readonly name: string;
  readonly port: InputPort;
  /** On the node small, in the inspector with all that there is to say. */
  readonly size: 'node' | 'full';
}

/** The field of an input that no wire fills: reads and writes the document, and shows its own problem. */
export function Field({ node, name, port, size }: FieldProps): React.ReactElement {
  const { language } = useTexts();
  const id = useId();
  const input = useEditor(({ derived }) => derived?.canvas.nodes.find((one) => one.id === node)?.node.inputs?.[name]);
  const issue = useEditor(({ derived }) => derived?.issues.find((one) => one.node === node && one.port === name));
  const change = (value: JsonValue | undefined): void =>
    changeFlow(setInput(node, name, inputOfValue(value, port)), `input:${node}.${name}`);
  const changeInput = (next: Input | undefined): void =>
    changeFlow(setInput(node, name, next), `input:${node}.${name}`);
  const isInline = size === 'node' && isSmall(port);
  return (
    <div
      className={`${styles.field} ${size === 'node' ? 'nodrag nowheel' : ''}`}
      data-inline={isInline}
      data-size={size}
    >
      <label className={styles.label} htmlFor={id}>
        {port.label[language]}
        {port.unit && <span className={styles.unit}> ({port.unit})</span>}
      </label>
      <FieldControl
        id={id}
        node={node}
        port={port}
        size={size}
        input={input}
        value={fieldValue(input, port)}
        onChange={change}
        onInput={changeInput}
      />
      {size === 'full' && port.help && <span className={styles.help}>{port.help[language]}</span>}
      {size === 'full' && issue && (
        <span className={styles.problem} data-severity={issue.severity} role="alert">
          {problemSentence(issue, language)}
        </span>
      )}
    </div>
  );
}

/** What the field holds: the document's literal, or the default. */
function fieldValue(input: Input | undefined, port: InputPort): JsonValue | undefined {
  const secret = secretOf(input);
  if (secret !== undefined) return secret;
  return literalOf(input) ?? (input === undefined || input === null ? port.default : undefined);
}

function isSmall({ kind, field, multiline }: InputPort): boolean {
  if (field === 'model' || field === 'flow') return true;
  return field === undefined && multiline !== true && ['number', 'boolean', 'choice', 'text'].includes(kind.kind);
}
