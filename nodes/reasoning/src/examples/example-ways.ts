/** How examples are chosen. */
export const exampleWays = {
  fixed: { en: 'the first', fr: 'les premiers' },
  random: { en: 'at random', fr: 'au hasard' },
  similar: { en: 'most like the question', fr: 'les plus proches de la question' },
  diverse: {
    en: 'like the question, unlike one another (MMR)',
    fr: 'proches de la question, différents entre eux (MMR)',
  },
  balanced: { en: 'as many of each answer', fr: 'autant de chaque réponse' },
} as const;

/** An example with its place in the table. */
export interface PlacedExample {
  readonly place: number;
  readonly question: string;
  readonly answer: string;
}
