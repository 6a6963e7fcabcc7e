import type { Equality } from './equality.ts';

/** Answers that are the same, named by the first of them. */
export interface AnswerGroup {
  readonly answer: string;
  /** Numbers of those that gave it, in the order in which they came. */
  readonly members: readonly number[];
}

/** Groups that grow: each answer joins the first group whose first answer equals it, or begins one. */
export interface AnswerGroups {
  readonly groups: readonly AnswerGroup[];
  /** Adds the answer of the member with that number and gives its group's place. One at a time. */
  add(member: number, answer: string): Promise<number>;
  /** The place of the largest group, at a tie of the one that began first; undefined while there is none. */
  leader(): number | undefined;
}

/** No groups yet. A text that has come before joins its group without being compared again. */
export function groupAnswers(areSame: Equality): AnswerGroups {
  const groups: { readonly answer: string; readonly members: number[] }[] = [];
  const places = new Map<string, number>();
  const placeOf = async (answer: string): Promise<number> => {
    for (const [place, group] of groups.entries()) {
      if (await areSame(group.answer, answer)) return place;
    }
    return groups.length;
  };
  return {
    groups,
    async add(member, answer) {
      const place = places.get(answer) ?? (await placeOf(answer));
      places.set(answer, place);
      const group = groups[place];
      if (group === undefined) groups.push({ answer, members: [member] });
      else group.members.push(member);
      return place;
    },
    leader() {
      let best: number | undefined;
      for (const [place, { members }] of groups.entries()) {
        if (best === undefined || members.length > (groups[best]?.members.length ?? 0)) best = place;
      }
      return best;
    },
  };
}
