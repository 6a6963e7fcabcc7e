/** Names of styles and what they say, gathered from the style sheet. */
export interface RtfStyles {
  /** A style of the sheet begins. */
  begin(number: number): void;
  setLevel(level: number): void;
  /** Text of the sheet: names, each ended by a semicolon. */
  addName(text: string): void;
  nameOf(style: number): string;
  /** From 1, of headings; 1 of titles. */
  levelOf(style: number): number | undefined;
}

/** See {@link RtfStyles}. Word names its own styles in English, whatever its language. */
export function createRtfStyles(): RtfStyles {
  const styles = new Map<number, { name: string; level?: number }>();
  let current = 0;
  const style = (): { name: string; level?: number } => {
    const known = styles.get(current) ?? { name: '' };
    styles.set(current, known);
    return known;
  };
  const nameOf = (number: number): string => (styles.get(number)?.name.split(';')[0] ?? '').trim().toLowerCase();
  return {
    begin: (number) => (current = number),
    setLevel: (level) => (style().level = level),
    addName: (text) => (style().name += text.slice(0, 200)),
    nameOf,
    levelOf(number) {
      const name = nameOf(number);
      if (name === 'title') return 1;
      const level = /^(?:heading|titre) (\d)$/.exec(name)?.[1];
      return level === undefined ? styles.get(number)?.level : Number(level);
    },
  };
}
