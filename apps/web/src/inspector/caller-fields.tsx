import { addLaterTexts } from '../i18n/i18n.ts';
import { later } from '../values/later.tsx';

/** Which fields of a node callers of the flow may change, with texts of its own. */
export const CallerFields = later(async () => {
  const [{ CallerFieldsPart }] = await Promise.all([import('./caller-fields-part.tsx'), addLaterTexts()]);
  return CallerFieldsPart;
});
