import { Input } from '@mantine/core';
import { scanJson, valueFits, type FlowPort, type JsonValue } from '@jacquard/flow';
import { useEffect, useId, useState } from 'react';
import { problemSentence } from '../../api/problem-text.ts';
import { CodeText } from '../../fields/code/code-text.tsx';
import { useTexts } from '../../i18n/i18n.ts';
import { markUnreadable } from '../chat-store.ts';
import { isMissing } from '../missing-inputs.ts';
import type { FieldProps } from './field-props.ts';

type Read =
  | { readonly value: JsonValue | undefined }
  | { readonly code: string; readonly params: Readonly<Record<string, JsonValue>> };

/** A value from what is written: what isn't JSON, or not of the kind, is located. Nothing written is no value. */
function readJson(text: string, kind: FlowPort['kind']): Read {
  if (text.trim() === '') return { value: undefined };
  const scanned = scanJson(text);
  if (!scanned.ok) {
    const { line, column, expected, found } = scanned;
    return { code: 'flow-not-json', params: { line, column, expected, found: found ?? null } };
  }
  const value = scanned.value as JsonValue; // boundary: it was parsed from JSON
  return valueFits(value, kind) ?? { value };
}

function textOf(value: JsonValue | undefined): string {
  return value === undefined ? '' : JSON.stringify(value, null, 2);
}

/** Lines that show at least, and before the field scrolls. */
const lines = { least: 3, most: 12 };

/** Data as JSON. What isn't readable is said under it, and the flow doesn't run with something else in its place. */
export function JsonField({ port, label, value, error, onChange }: FieldProps): React.ReactElement {
  const { t, language } = useTexts();
  const id = useId();
  const shown = value ?? port.default;
  const [text, setText] = useState(() => textOf(shown));
  const [misfit, setMisfit] = useState<string>();
  const [last, setLast] = useState(shown);
  if (shown !== last) {
    setLast(shown);
    setText(textOf(shown));
    setMisfit(undefined);
  }
  const problem = misfit ?? error;
  useEffect(() => () => markUnreadable(port.id, false), [port.id]);
  const write = (next: string): void => {
    setText(next);
    const read = readJson(next, port.kind);
    const isReadable = 'value' in read;
    markUnreadable(port.id, !isReadable);
    setMisfit(isReadable ? undefined : problemSentence(read, language));
    if (!isReadable) return;
    setLast(read.value ?? port.default);
    onChange(read.value);
  };
  return (
    <Input.Wrapper
      id={id}
      label={label}
      labelProps={{ id: `${id}-label` }}
      description={port.help ?? t('chat.as-json')}
      descriptionProps={{ id: `${id}-description` }}
      error={problem}
      errorProps={{ id: `${id}-error`, role: 'status' }}
      withAsterisk={isMissing(port, undefined)}
    >
      <CodeText
        id={id}
        labelledBy={`${id}-label`}
        describedBy={problem === undefined ? `${id}-description` : `${id}-description ${id}-error`}
        language="json"
        mount="focus"
        lines={lines}
        value={text}
        isInvalid={problem !== undefined}
        schema={port.kind.kind === 'json' ? port.kind.schema : undefined}
        onChange={write}
      />
    </Input.Wrapper>
  );
}
