import { expect, test } from 'vitest';
import { groupAnswers } from './group-answers.ts';

test('each answer joins the first group that it equals; a text that came before is not compared again', async () => {
  let compared = 0;
  const groups = groupAnswers(async (one, other) => {
    compared += 1;
    return one.toLowerCase() === other.toLowerCase();
  });
  expect(groups.leader()).toBeUndefined();
  const places: number[] = [];
  for (const [member, answer] of ['a', 'B', 'b', 'A', 'A', 'b'].entries())
    places.push(await groups.add(member, answer));
  expect(places).toEqual([0, 1, 1, 0, 0, 1]);
  expect(groups.groups).toEqual([
    { answer: 'a', members: [0, 3, 4] },
    { answer: 'B', members: [1, 2, 5] },
  ]);
  expect(groups.leader()).toBe(0);
  expect(compared).toBe(4);
});
