/**
 * Hears an answer that must be JSON, piece by piece, and tells when it is whole: a grammar allows white space after the
 * value, and a small model would go on with it to the last token. A bare number is whole once something follows it.
 */
export function createJsonEnd(): (piece: string) => boolean {
  let text = '';
  return (piece) => {
    text += piece;
    return /[\]}"]\s*$|[\w.]\s+$/.test(piece === '' ? '' : text.slice(-80)) && isJson(text);
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
