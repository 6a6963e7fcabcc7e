/** Words of which one excludes the other (`open`, `closed`): they must stand in the very clause that a sentence stands on. Folded. */
export const oppositeWords: ReadonlySet<string> = new Set(
  `open opens opened close closes closed free paid forgotten kept first further last more less fewer minimum maximum obligatory optional
   under over least most inside outside lost found adults included excluded main rear front unused
   ouvert ouverte ouvre ferme fermee fermes gratuit gratuite payant payante premier dernier plus moins minimum maximum
   dedans dehors perdu trouve adultes compris obligatoire obligatoires inutile inutiles facultatif`.split(/\s+/),
);
