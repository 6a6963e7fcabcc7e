import { ownValue, valueReferenceSchema, type JsonValue, type Kind } from '@jacquard/flow';
import { useEffect, useState } from 'react';
import { api } from '../api/api.ts';
import { useEditor } from '../state/editor-store.ts';
import { isWrittenPlainly, readEdited, textToEdit, type EditedValue } from './read-edited.ts';
import type { EditedStep } from './value-dialog-store.ts';

/** Larger values, in bytes of JSON, stay as they are: a field of such a text would stand still. */
const mostEdited = 2 * 1024 * 1024;
const any: Kind = { kind: 'any' };

/** One output in the editor. */
export interface EditedPort {
  readonly name: string;
  readonly kind: Kind;
  readonly isPlain: boolean;
  /** Undefined while a large value is on its way, or when it is too large to be edited. */
  readonly text: string | undefined;
  readonly isTooLarge: boolean;
  readonly read: EditedValue;
}

export interface EditedPorts {
  readonly ports: readonly EditedPort[];
  write(name: string, text: string): void;
  /** The outputs as they are to be taken; undefined while one of them is none of its kind. */
  readonly outputs: Readonly<Record<string, JsonValue>> | undefined;
}

/** The outputs of a step as a person edits them. Large ones are fetched; what isn't touched stays as it was. */
export function useEditedPorts({ node, outputs, runId }: EditedStep): EditedPorts {
  const kinds = useEditor(({ derived }) => derived?.canvas.nodes.find(({ id }) => id === node)?.ports.outputs);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [loaded, setLoaded] = useState<Readonly<Record<string, JsonValue>>>({});
  useEffect(() => {
    for (const [name, value] of Object.entries(outputs)) {
      const reference = referenceIn(value);
      if (!reference || runId === undefined || reference.size > mostEdited) continue;
      const take = (whole: JsonValue): void => setLoaded((before) => ({ ...before, [name]: whole }));
      void api.runValue(runId, reference.ref).then(take, () => undefined);
    }
  }, [outputs, runId]);
  const ports = Object.entries(outputs).map(([name, value]): EditedPort => {
    const kind = kinds?.[name]?.kind ?? any;
    const reference = referenceIn(value);
    const whole = reference ? ownValue(loaded, name) : value;
    const written = ownValue(texts, name);
    const isPlain = whole !== undefined && isWrittenPlainly(kind, whole);
    return {
      name,
      kind,
      isPlain,
      text: written ?? (whole === undefined ? undefined : textToEdit(kind, whole)),
      isTooLarge: reference !== undefined && (reference.size > mostEdited || runId === undefined),
      read: written === undefined ? { value } : readEdited(written, kind, isPlain),
    };
  });
  return {
    ports,
    write: (name, text) => setTexts((before) => ({ ...before, [name]: text })),
    outputs: ports.every(({ read }) => 'value' in read)
      ? Object.fromEntries(ports.flatMap(({ name, read }) => ('value' in read ? [[name, read.value] as const] : [])))
      : undefined,
  };
}

function referenceIn(value: JsonValue): { readonly ref: string; readonly size: number } | undefined {
  return valueReferenceSchema.strict().safeParse(value).data;
}
