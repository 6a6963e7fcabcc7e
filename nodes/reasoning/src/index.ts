import type { NodeDefinition } from '@jacquard/node-kit';
import { bestOfN } from './best-of-n.ts';
import { chainOfThought } from './chain-of-thought.ts';
import { chainOfVerification } from './chain-of-verification.ts';
import { expert } from './expert.ts';
import { leastToMost } from './least-to-most.ts';
import { optimisePrompt } from './optimise-prompt.ts';
import { planAndSolve } from './plan-and-solve.ts';
import { ensemble } from './ensemble.ts';
import { extractAnswer } from './extract-answer.ts';
import { compareAnswers } from './compare-answers.ts';
import { selectExamples } from './select-examples.ts';
import { selfConsistency } from './self-consistency.ts';
import { selfRefine } from './self-refine.ts';
import { stepBack } from './step-back.ts';
import { treeOfThoughts } from './tree-of-thoughts.ts';
import { vote } from './vote.ts';
import { aggregateThoughts } from './aggregate-thoughts.ts';
import { codeScorer } from './code-scorer.ts';
import { generateThoughts } from './generate-thoughts.ts';
import { keepBestThoughts } from './keep-best-thoughts.ts';
import { patternScorer } from './pattern-scorer.ts';
import { programAided } from './program-aided.ts';
import { refineThoughts } from './refine-thoughts.ts';
import { reflexion } from './reflexion.ts';
import { scoreThoughts } from './score-thoughts.ts';

/** The node types of this family. */
export const nodes: readonly NodeDefinition[] = [
  vote,
  chainOfThought,
  planAndSolve,
  expert,
  leastToMost,
  stepBack,
  selectExamples,
  selfConsistency,
  bestOfN,
  ensemble,
  extractAnswer,
  compareAnswers,
  selfRefine,
  reflexion,
  programAided,
  chainOfVerification,
  treeOfThoughts,
  generateThoughts,
  scoreThoughts,
  keepBestThoughts,
  aggregateThoughts,
  refineThoughts,
  codeScorer,
  patternScorer,
  optimisePrompt,
];
