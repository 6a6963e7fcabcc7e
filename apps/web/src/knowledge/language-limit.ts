import type { Language } from '@jacquard/flow';
import type { KnowledgeSummary } from '@jacquard/protocol';

type Known = Pick<KnowledgeSummary, 'languages'> & {
  readonly embeddings: Pick<KnowledgeSummary['embeddings'], 'languages'>;
};

/** Languages of documents (ISO 639-1) that a base's embeddings don't know: there, search goes by words. None where nobody knows. */
export function unknownLanguages({ languages, embeddings }: Known): readonly string[] {
  const known = embeddings.languages;
  if (!known) return [];
  return languages.filter((code) => code !== 'und' && !known.includes(code));
}

/** Names of languages as a list in words: `English and French`. What has no known code is left out. */
export function languageNames(codes: readonly string[], language: Language): string {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  return new Intl.ListFormat(language).format(
    codes.filter((code) => code !== 'und').map((code) => (/^[a-z]{2,3}$/.test(code) && names.of(code)) || code),
  );
}
