/** The questions that a person can begin with, in the order in which they are offered. */
export const guideIds = ['ask-my-documents', 'sort-my-tickets', 'extract-a-table', 'compare-two-prompts'] as const;
export type GuideId = (typeof guideIds)[number];

/** Whether a text, of an address say, names a guide. */
export function isGuideId(text: string): text is GuideId {
  return guideIds.some((id) => id === text);
}

/** Where a guide begins, or one of its three steps. */
export function guidePath(id: GuideId, step = 1): string {
  return step === 1 ? `/start/${id}` : `/start/${id}/${step}`;
}
