/** A question with what makes the model reason behind it, where that isn't empty. */
export function questionPrompt(question: string, trigger = ''): string {
  return trigger.trim() === '' ? question : `${question}\n\n${trigger}`;
}
