import { Button } from '@mantine/core';
import { scanJson, type JsonSchema, type JsonValue } from '@jacquard/flow';
import { useState } from 'react';
import { problemSentence } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';
import { CodeText } from './code/code-text.tsx';
import { linesOf, type ControlProps } from './control-props.ts';
import styles from './field.module.css';
import { draftKey, setDraft, useFieldDrafts } from './field-drafts.ts';
import { schemaOfSchemas } from './json/schema-of-schemas.ts';

/**
 * JSON by hand. What doesn't parse yet stays in the field as a draft, marked at its place, over the selection of other
 * nodes and a reload; the document keeps the last value that was valid.
 */
export function JsonField(props: ControlProps): React.ReactElement {
  const { node, name, port, size, value, onChange } = props;
  const { t, language } = useTexts();
  const flow = useEditor((state) => state.flowId);
  const key = draftKey(flow, node, name);
  const isPeeking = useEditor(({ peek }) => peek !== undefined);
  const kept = useFieldDrafts(({ drafts }) => drafts[key]);
  const draft = isPeeking ? undefined : kept;
  const [live, setLive] = useState<string>();
  const written = value === undefined ? '' : JSON.stringify(value, null, 2);
  const problem = draft === undefined ? undefined : jsonProblem(draft);
  const write = (text: string): void => {
    if (isPeeking) return;
    setLive(text);
    const scanned = text.trim() === '' ? undefined : scanJson(text);
    setDraft(key, scanned?.ok === false ? text : undefined);
    if (!scanned) onChange(undefined);
    else if (scanned.ok) onChange(scanned.value as JsonValue); // boundary: it was parsed from JSON
  };
  return (
    <>
      <CodeText
        {...props}
        language="json"
        mount={size === 'node' ? 'focus' : 'now'}
        lines={linesOf(size)}
        value={live ?? draft ?? written}
        isInvalid={problem !== undefined || props.isInvalid}
        schema={schemaOf(port)}
        onChange={write}
        onBlur={() => setLive(undefined)}
      />
      {problem && (
        <span className={styles.problem} role="status">
          {problemSentence(problem, language)}{' '}
          {size !== 'node' && (
            <>
              {t('editing.draft-kept')}{' '}
              <Button
                variant="subtle"
                size="compact-xs"
                h={28}
                onClick={() => {
                  setLive(undefined);
                  setDraft(key, undefined);
                }}
              >
                {t('editing.draft-drop')}
              </Button>
            </>
          )}
        </span>
      )}
    </>
  );
}

function schemaOf({ field, kind }: ControlProps['port']): JsonSchema | undefined {
  if (field === 'json-schema') return schemaOfSchemas;
  return kind.kind === 'json' ? kind.schema : undefined;
}

/** Where a text stops being JSON. */
function jsonProblem(
  text: string,
): { readonly code: string; readonly params: Readonly<Record<string, JsonValue>> } | undefined {
  const scanned = scanJson(text);
  if (scanned.ok) return undefined;
  const { line, column, expected, found } = scanned;
  return { code: 'flow-not-json', params: { line, column, expected, ...(found !== '' && { found }) } };
}
