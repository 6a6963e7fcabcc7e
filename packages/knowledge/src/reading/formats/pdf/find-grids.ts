import type { Rule } from './page-rules.ts';

/** A ruled table: where its columns and rows begin and end, in order. */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** Points by which lines may miss one another and still be one. */
const near = 3.5;
/** Part of the table's width or height that a line takes at least: cells may be joined, but boxes of a drawing are no rows. */
const leastCoverage = 0.6;

/** Finds where rules across and down meet and make two columns and two rows or more, each through most of the table. */
export function findGrids(rules: readonly Rule[]): Grid[] {
  return groupsOf(rules).flatMap((group) => {
    const [across, down] = [group.filter(({ isAcross }) => isAcross), group.filter(({ isAcross }) => !isAcross)];
    const [ys, xs] = [placesOf(across), placesOf(down)];
    const whole = {
      ys: ys.filter((y) => coverage(across, y, xs) >= leastCoverage),
      xs: xs.filter((x) => coverage(down, x, ys) >= leastCoverage),
    };
    const isTable = whole.xs.length >= 3 && whole.ys.length >= 3 && isMost(whole.xs, xs) && isMost(whole.ys, ys);
    return isTable ? [whole] : [];
  });
}

function isMost(part: readonly number[], all: readonly number[]): boolean {
  return part.length * 3 >= all.length * 2;
}

/** The part of a table, between the first and last of the places along it, that rules at this place take. */
function coverage(rules: readonly Rule[], at: number, along: readonly number[]): number {
  const [from = 0, to = 0] = [along[0], along.at(-1)];
  let covered = 0;
  let reached = from;
  for (const { start, end } of rules
    .filter((rule) => Math.abs(rule.at - at) <= near)
    .toSorted((a, b) => a.start - b.start)) {
    covered += Math.max(0, Math.min(end, to) - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return to > from ? covered / (to - from) : 0;
}

/** Rules that touch one another, directly or by others. */
function groupsOf(rules: readonly Rule[]): Rule[][] {
  const left = new Set(rules);
  const groups: Rule[][] = [];
  for (const first of rules) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const rule of group) {
      for (const other of left) {
        if (!touch(rule, other)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function touch(first: Rule, second: Rule): boolean {
  const overlaps = first.start <= second.end + near && second.start <= first.end + near;
  if (first.isAcross === second.isAcross) return Math.abs(first.at - second.at) <= near && overlaps;
  return within(first.at, second) && within(second.at, first);
}

function within(at: number, { start, end }: Rule): boolean {
  return at >= start - near && at <= end + near;
}

/** Where rules of one direction lie; those close together are one. */
function placesOf(rules: readonly Rule[]): number[] {
  const places: number[] = [];
  for (const { at } of rules.toSorted((a, b) => a.at - b.at)) {
    const last = places.at(-1);
    if (last === undefined || at - last > near) places.push(at);
  }
  return places;
}
