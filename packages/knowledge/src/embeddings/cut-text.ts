/**
 * The beginning of a text, at most so many UTF-16 units: up to the last white space where there is one in its second half,
 * and never half a surrogate pair.
 */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const space = text.slice(0, length + 1).search(/\s\S*$/u);
  if (space > length / 2) return text.slice(0, space);
  const isInside = /[\uD800-\uDBFF]/.test(text.charAt(length - 1));
  return text.slice(0, isInside ? length - 1 : length);
}
