import { Textarea } from '@mantine/core';
import { scanJson, valueFits, type FlowPort, type JsonValue } from '@jacquard/flow';
import { useEffect, useState } from 'react';
import { problemSentence } from '../../api/problem-text.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { markUnreadable } from '../chat-store.ts';
import styles from './inputs.module.css';
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

/** Data as JSON. What isn't readable is said under it, and the flow doesn't run with something else in its place. */
export function JsonField({ port, label, value, error, onChange }: FieldProps): React.ReactElement {
  const { t, language } = useTexts();
  const shown = value ?? port.default;
  const [text, setText] = useState(() => textOf(shown));
  const [misfit, setMisfit] = useState<string>();
  const [last, setLast] = useState(shown);
  if (shown !== last) {
    setLast(shown);
    setText(textOf(shown));
    setMisfit(undefined);
  }
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
    <Textarea
      classNames={{ input: styles.code }}
      label={label}
      description={port.help ?? t('chat.as-json')}
      error={misfit ?? error}
      withAsterisk={isMissing(port, undefined)}
      autosize
      minRows={2}
      maxRows={12}
      spellCheck={false}
      value={text}
      onChange={(event) => write(event.currentTarget.value)}
    />
  );
}
