import type { Table } from '@jacquard/node-kit';
import type { VoteCount } from './vote-count.ts';

/** The groups by their votes, and every sample with its answer and whether it agrees with the chosen one. */
export function voteTables(
  { groups, samples }: Pick<VoteCount, 'groups' | 'samples'>,
  chosen: number,
): { readonly votes: Table; readonly samples: Table } {
  const ranked = groups
    .map(({ answer, members }, place) => ({ answer, votes: members.length, place }))
    .sort((one, other) => Number(other.place === chosen) - Number(one.place === chosen) || other.votes - one.votes);
  return {
    votes: {
      columns: ['answer', 'votes', 'share'],
      rows: ranked.map(({ answer, votes }) => ({ answer, votes, share: shareOf(votes, samples.length) })),
    },
    samples: {
      columns: ['sample', 'answer', 'agrees', 'text'],
      rows: samples.map(({ sample, answer, group, text }) => {
        return { sample: sample + 1, answer, agrees: group === chosen, text };
      }),
    },
  };
}

/** With three digits: it is read by people. */
export function shareOf(votes: number, all: number): number {
  return all === 0 ? 0 : Number((votes / all).toPrecision(3));
}
