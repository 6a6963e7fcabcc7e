import type { Language } from '@jacquard/flow';

/** The names of languages by their codes. What a file says of itself may be no code: then that stands. */
export function languageNames(codes: readonly string[], language: Language): string[] {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  return codes.map((code) => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  });
}
