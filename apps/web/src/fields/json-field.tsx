import { Textarea } from '@mantine/core';
import { scanJson, type JsonValue } from '@jacquard/flow';
import { useState } from 'react';
import { problemSentence } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import type { ControlProps } from './control-props.ts';
import styles from './field.module.css';

/** JSON by hand: what doesn't parse yet stays in the field, with what is wrong and where. */
export function JsonField({ id, size, value, onChange }: ControlProps): React.ReactElement {
  const { language } = useTexts();
  const [draft, setDraft] = useState<string | undefined>();
  const written = value === undefined ? '' : JSON.stringify(value, null, 2);
  const problem = draft === undefined || draft.trim() === '' ? undefined : jsonProblem(draft);
  return (
    <>
      <Textarea
        id={id}
        className={styles.control}
        size="xs"
        autosize
        minRows={size === 'node' ? 2 : 6}
        maxRows={size === 'node' ? 6 : 24}
        styles={{ input: { fontFamily: 'var(--mono)', fontSize: 12 } }}
        value={draft ?? written}
        error={problem !== undefined}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setDraft(text);
          if (text.trim() === '') onChange(undefined);
          else if (!jsonProblem(text)) onChange(JSON.parse(text) as JsonValue); // boundary: what scans as JSON is JSON
        }}
        onBlur={() => {
          if (!problem) setDraft(undefined);
        }}
      />
      {problem && (
        <span className={styles.problem} role="alert">
          {problemSentence(problem, language)}
        </span>
      )}
    </>
  );
}

/** Where a text stops being JSON. */
function jsonProblem(
  text: string,
): { readonly code: string; readonly params: Readonly<Record<string, JsonValue>> } | undefined {
  const scanned = scanJson(text);
  if (scanned.ok) return undefined;
  const { line, column, expected, found } = scanned;
  return { code: 'json-invalid', params: { line, column, expected, found } };
}
