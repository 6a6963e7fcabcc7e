import { embeddingsChoiceSchema, type JsonValue } from '@jacquard/flow';
import { z } from 'zod';
import type { ControlProps } from './control-props.ts';
import { EmbeddingsChoiceField } from './embeddings-choice-field.tsx';

/** A service whose address or model isn't written yet is shown as it stands, too. */
const written = z.union([
  embeddingsChoiceSchema,
  z.object({ url: z.string(), model: z.string(), secret: z.string().optional() }),
]);

/** What knows the meaning of texts, as an input of a node. */
export function EmbeddingsField({ id, value, onChange }: ControlProps): React.ReactElement {
  const choice = written.safeParse(value).data;
  return (
    <EmbeddingsChoiceField
      id={id}
      size="xs"
      value={choice}
      onChange={(next) => onChange(next as JsonValue | undefined)} // boundary: a choice is JSON
    />
  );
}
