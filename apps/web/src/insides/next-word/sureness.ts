/** How sure a choice is: the number of equally likely tokens that would be as hard to foresee (2 to the entropy in bits). */
export function choicesOf(probabilities: ArrayLike<number>): number {
  let entropy = 0;
  for (let rank = 0; rank < probabilities.length; rank += 1) {
    const chance = probabilities[rank] ?? 0;
    if (chance > 0) entropy -= chance * Math.log(chance);
  }
  return Math.exp(entropy);
}

/** In a word. */
export function surenessOf(choices: number): 'sure' | 'rather-sure' | 'torn' | 'very-torn' {
  if (choices < 1.5) return 'sure';
  if (choices < 5) return 'rather-sure';
  return choices < 100 ? 'torn' : 'very-torn';
}
