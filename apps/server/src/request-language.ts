import { languages, type Language } from '@jacquard/flow';
import type { Request } from 'express';

/** The reader's language: the first of `Accept-Language` that Jacquard speaks, else English. */
export function requestLanguage(request: Request): Language {
  const accepted = request.acceptsLanguages([...languages]);
  return accepted === 'fr' ? 'fr' : 'en';
}
