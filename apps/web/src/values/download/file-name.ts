/** A name for a downloaded file, of what is shown: no path, no reserved sign, no leading dot, 80 characters at most. */
export function fileName(title: string, extension: string): string {
  const safe = title
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._ -]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^[.\s-]+/, '')
    .slice(0, 80)
    .trim();
  return `${safe === '' ? 'value' : safe}.${extension}`;
}
