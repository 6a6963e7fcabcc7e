/**
 * Whether people cite what stands before a paragraph: any number of a heading, and of a clause numbers of parts or words, as
 * in "3.2", "Article 4", "§ 5". A bullet, "1." and "a)" only count the items of a list.
 */
export function isCitedLabel(label: string, level: number | undefined): boolean {
  return level ? /[\p{L}\d]/u.test(label) : /\d\W+\w|[\p{L}§]\W*\d/u.test(label);
}
