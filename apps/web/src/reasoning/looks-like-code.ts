/** Whether a text reads better in a face whose letters are all as wide. */
export function looksLikeCode(text: string): boolean {
  return /^\s*(?:def|function|class|import|const|let|var|return|for|#include)\b|[{};]\s*$|^ {2,}\S/m.test(text);
}
