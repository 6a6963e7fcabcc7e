import { messageSchema } from '@jacquard/flow';
import { z } from 'zod';
import { engineNameSchema } from './engine-api.ts';

/** Characters that a model may be asked to look at, in all. */
const mostCharacters = 50_000;

/** A text as it stands, or messages in the model's own template. */
const lookedAt = {
  text: z.string().min(1).max(mostCharacters).optional(),
  messages: z.array(messageSchema).min(1).max(100).optional(),
};

function isOneInput({
  text,
  messages,
}: {
  text?: string | undefined;
  messages?: readonly { readonly content: string }[] | undefined;
}): boolean {
  if ((text === undefined) === (messages === undefined)) return false;
  return (messages ?? []).reduce((sum, { content }) => sum + content.length, 0) <= mostCharacters;
}

/** A token of a model's vocabulary. `bytes` are exact (hexadecimal), where `text` may be part of a character. */
export const tokenPieceSchema = z.object({
  id: z.number().int().nonnegative(),
  text: z.string(),
  bytes: z.string(),
  /** It steers the model and stands for no text. */
  isSpecial: z.boolean(),
});
export type TokenPiece = z.infer<typeof tokenPieceSchema>;

/**
 * `POST /api/v1/models/:id/next-tokens` → 200 a `nextTokensSchema`. Tokens `after` the input go on from there, by their ids; `top`
 * tokens are named. A caller who hangs up ends it.
 */
export const askNextTokensSchema = z
  .strictObject({
    ...lookedAt,
    after: z.array(z.number().int().nonnegative()).max(4_000).default([]),
    top: z.number().int().min(1).max(200).default(20),
  })
  .refine(isOneInput);
export type AskNextTokens = z.input<typeof askNextTokensSchema>;

/** What a model holds likely next, as it gives it: before temperature and cuts. */
export const nextTokensSchema = z.object({
  /** Of the text, and those after it. */
  inputTokens: z.number(),
  after: z.array(tokenPieceSchema),
  /** The likeliest, most likely first. */
  tokens: z.array(tokenPieceSchema.extend({ logit: z.number() })),
  /** Of the whole vocabulary by token id: 32-bit floats, little-endian, in base64. */
  logits: z.string(),
});

/** `POST /api/v1/models/:id/tokens` → 200 a `tokensSchema`: a text's tokens alone, messages' with all that the template puts around them. */
export const askTokensSchema = z.strictObject(lookedAt).refine(isOneInput);
export type AskTokens = z.input<typeof askTokensSchema>;
export const tokensSchema = z.object({ tokens: z.array(tokenPieceSchema) });

/**
 * `GET /api/v1/models/host` → 200: how the process that runs the models stands; without `host` none runs. Memory in bytes, speeds in
 * tokens a second over the last seconds.
 */
export const modelHostSchema = z.object({
  host: z
    .object({
      engine: z.object({ kind: engineNameSchema, device: z.string().optional(), reason: z.string().optional() }),
      memory: z.number(),
      models: z.array(
        z.object({
          /** Absent for a file that isn't listed any more. */
          id: z.string().optional(),
          /** Answers are written in `lanes` contexts side by side, with `threads` threads each, `width` together in each. */
          plan: z.object({ lanes: z.number(), threads: z.number(), width: z.number() }),
          /** Whether the plan was chosen by a measurement, or is the one to begin with. */
          isMeasured: z.boolean(),
          memory: z.number(),
          busy: z.number(),
          waiting: z.number(),
        }),
      ),
      reading: z.number(),
      writing: z.number(),
    })
    .optional(),
});
export type ModelHostState = NonNullable<z.infer<typeof modelHostSchema>['host']>;
