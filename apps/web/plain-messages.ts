import { firstCatalog, laterCatalog, textsIn } from '@jacquard/messages';
import { languages } from '@jacquard/flow';
import type { Plugin } from 'vite';

const modules = languages.flatMap((language) => {
  const of = { en: 'English', fr: 'French' }[language];
  return [
    { path: `/i18n/${language}/messages.ts`, name: `first${of}Messages`, texts: textsIn(firstCatalog, language) },
    { path: `/i18n/${language}/later-messages.ts`, name: `later${of}Messages`, texts: textsIn(laterCatalog, language) },
  ];
});

/**
 * Puts the sentences of one language, as they are, in the place of the modules that pick them from the catalog: a reader fetches no
 * language that isn't read.
 */
export function plainMessages(): Plugin {
  return {
    name: 'plain-messages',
    enforce: 'pre',
    load: (id) => {
      const module = modules.find(({ path }) => id.endsWith(path));
      return module && `export const ${module.name} = ${JSON.stringify(module.texts)};`;
    },
  };
}
