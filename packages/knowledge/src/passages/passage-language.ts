/** Says in what language a text is (ISO 639-1, or `und`); see `loadLanguageTools`. */
export type DetectLanguage = (text: string, options?: { readonly likely?: readonly string[] | undefined }) => string;

const enoughWords = 12;
// The time that telling a language takes grows with the text; so many characters tell it.
const enoughText = 400;

/** A passage's language: its own where it has words enough to tell, else its document's. */
export function passageLanguage(text: string, ofDocument: string, detect: DetectLanguage): string {
  const words = text.match(/\p{L}{2,}/gu)?.length ?? 0;
  if (words < enoughWords && ofDocument !== 'und') return ofDocument;
  const detected = detect(text.slice(0, enoughText), { likely: ofDocument === 'und' ? [] : [ofDocument] });
  return detected === 'und' ? ofDocument : detected;
}
