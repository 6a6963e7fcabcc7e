/** The colours that groups and notes can have: names, which each theme turns into a colour of its own. */
export const themeColors = ['grey', 'indigo', 'teal', 'green', 'amber', 'rose'] as const;
export type ThemeColor = (typeof themeColors)[number];

/** The colour that a document names; any other text gives `otherwise`. */
export function themeColorOf(name: string | undefined, otherwise: ThemeColor): ThemeColor {
  return themeColors.find((color) => color === name) ?? otherwise;
}
