import type { NodeDefinition } from '@jacquard/node-kit';
import { askPerson } from './ask-person.ts';
import { compare } from './compare.ts';
import { forEach } from './for-each.ts';
import { ifNode } from './if.ts';
import { merge } from './merge.ts';
import { repeatUntil } from './repeat-until.ts';
import { subFlow } from './sub-flow.ts';
import { switchNode } from './switch.ts';

/** The node types of this family. */
export const nodes: readonly NodeDefinition[] = [
  ifNode,
  switchNode,
  compare,
  merge,
  forEach,
  repeatUntil,
  subFlow,
  askPerson,
];
