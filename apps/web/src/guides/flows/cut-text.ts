/** The first so many characters, none of them cut in two. */
export function cutText(text: string, most: number): string {
  return Array.from(text.slice(0, most * 2))
    .slice(0, most)
    .join('');
}
