import { z } from 'zod';

/**
 * What a call of a model waits for, as far as it is known. `model`: its weights are loaded, `share` of them from 0 to 1.
 * `turn`: so many other calls are before it, which takes about so many seconds, where that is known. `prompt`: it reads the prompt, in tokens. `answer`: it was asked, and what
 * happens there isn't known. `end`: it writes, and nothing of that shows before its end.
 */
export const modelWaitSchema = z.discriminatedUnion('for', [
  z.object({ for: z.literal('model'), share: z.number().min(0).max(1).optional() }),
  z.object({
    for: z.literal('turn'),
    before: z.number().int().nonnegative(),
    seconds: z.number().nonnegative().optional(),
  }),
  z.object({ for: z.literal('prompt'), done: z.number().int().nonnegative(), total: z.number().int().nonnegative() }),
  z.object({ for: z.literal('answer') }),
  z.object({ for: z.literal('end') }),
]);
export type ModelWait = z.infer<typeof modelWaitSchema>;
