import { z } from 'zod';
import { jsonSchemaSchema, type JsonSchema } from './json.ts';

/** The kinds whose values are built once a process and shared: capabilities, not data. */
export const componentKindNames = ['chat-model', 'embeddings', 'knowledge-base', 'scorer', 'tool'] as const;
export type ComponentKindName = (typeof componentKindNames)[number];

/** The kinds of data that have no parameters of their own. */
export const plainKindNames = [
  'text',
  'number',
  'boolean',
  'table',
  'documents',
  'passages',
  'messages',
  'file',
  'image',
  'embedding',
  'any',
] as const;
export type PlainKindName = (typeof plainKindNames)[number];

/**
 * The kind of a port's value, as data.
 *
 * - `choice`: a text out of `options`; without options, any text.
 * - `json`: JSON, described by `schema` when one is known.
 * - `list`: an ordered list of one kind.
 * - `variable`: stands for one kind, the same for all ports of a node that name it; `checkFlow` finds which.
 */
export type Kind =
  | { readonly kind: PlainKindName }
  | { readonly kind: ComponentKindName }
  | { readonly kind: 'choice'; readonly options?: readonly string[] | undefined }
  | { readonly kind: 'json'; readonly schema?: JsonSchema | undefined }
  | { readonly kind: 'list'; readonly of: Kind }
  | { readonly kind: 'variable'; readonly name: string };

export const kindSchema: z.ZodType<Kind> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(plainKindNames) }),
    z.object({ kind: z.enum(componentKindNames) }),
    z.object({ kind: z.literal('choice'), options: z.array(z.string()).readonly().optional() }),
    z.object({ kind: z.literal('json'), schema: jsonSchemaSchema.optional() }),
    z.object({ kind: z.literal('list'), of: kindSchema }),
    z.object({ kind: z.literal('variable'), name: z.string() }),
  ]),
);

/** True for chat models, embeddings, knowledge bases, scorers and tools: what a component node provides. */
export function isComponentKind(kind: Kind): boolean {
  return (componentKindNames as readonly string[]).includes(kind.kind);
}
