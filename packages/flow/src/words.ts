import { z } from 'zod';

/** The languages of everything a person reads. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** A text in every language of the product; leaving one out is a type error. */
export const wordsSchema = z.object({ en: z.string().min(1), fr: z.string().min(1) });
export type Words = z.infer<typeof wordsSchema>;
