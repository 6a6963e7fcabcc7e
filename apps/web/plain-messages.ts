import { catalog, textsIn } from '@jacquard/messages';
import { languages } from '@jacquard/flow';
import type { Plugin } from 'vite';

const names = { en: 'englishMessages', fr: 'frenchMessages' } as const;

/**
 * Puts the sentences of one language, as they are, in the place of the modules that pick them from the catalog: a reader fetches no
 * language that isn't read.
 */
export function plainMessages(): Plugin {
  return {
    name: 'plain-messages',
    enforce: 'pre',
    load: (id) => {
      const language = languages.find((one) => id.endsWith(`/i18n/${one}/messages.ts`));
      if (!language) return undefined;
      return `export const ${names[language]} = ${JSON.stringify(textsIn(catalog, language))};`;
    },
  };
}
