/** Languages (ISO 639-1) of models that know many, as far as their publishers name them. */
export const qwenLanguages = ['en', 'zh', 'fr', 'es', 'pt', 'de', 'it', 'ru', 'ja', 'ko', 'vi', 'th', 'ar'];
export const llamaLanguages = ['en', 'de', 'fr', 'it', 'pt', 'hi', 'es', 'th'];
export const nemoLanguages = ['en', 'fr', 'de', 'es', 'it', 'pt', 'ru', 'zh', 'ja'];
export const smallLanguages = [...nemoLanguages, 'ko', 'ar', 'nl', 'pl', 'tr', 'sv', 'uk'];
/** A choice of more than a hundred. */
export const manyLanguages = [
  'en',
  'fr',
  'de',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'ru',
  'uk',
  'tr',
  'ar',
  'hi',
  'zh',
  'ja',
  'ko',
];
