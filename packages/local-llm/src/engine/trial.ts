import { z } from 'zod';

/** What trying an engine came to. Speeds are of writing, in tokens a second. */
export const trialResultSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('works'),
    devices: z.array(z.string()),
    /** Of the same answer on the graphics processor and on the processor; absent where no model was at hand. */
    speed: z.object({ graphics: z.number(), processor: z.number() }).optional(),
  }),
  /** It can't be loaded, finds no graphics processor, or fails while it works. */
  z.object({ outcome: z.literal('fails'), reason: z.string() }),
  /** What it writes isn't what the model would: a driver that computes wrongly. */
  z.object({ outcome: z.literal('writes-nonsense') }),
]);
export type TrialResult = z.infer<typeof trialResultSchema>;
