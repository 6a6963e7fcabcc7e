import { z } from 'zod';

/** The form of the trace items that hold `TokenProbabilities`. */
export const tokenProbabilitiesForm = 'token-probabilities';

const likelySchema = z.object({ token: z.string(), logprob: z.number() });

/**
 * An answer token by token, each with the natural logarithm of the probability that the model gave it, before temperature and
 * cuts, and the likeliest tokens at its place.
 */
export const tokenProbabilitiesSchema = z.object({
  tokens: z.array(likelySchema.extend({ top: z.array(likelySchema).default([]) })),
});
export type TokenProbabilities = z.infer<typeof tokenProbabilitiesSchema>;
