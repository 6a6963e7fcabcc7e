/** Asks for an attempt. What was learnt, and what went wrong last time, stands before it where there is any. */
export const actorPrompt = `{{task}}

{{memory}}`;

/** What the next attempt is told of the last one, and of what was learnt: `{{learnt}}` is a list with a dash before each reflection. */
export const lastTrialPrompt = `Your last answer was not right:
{{attempt}}

What was found:
{{feedback}}

What you have learnt so far:
{{learnt}}

Give a better answer, complete.`;

/** Asks what an attempt that failed teaches: the self-reflection of the paper. */
export const reflectionPrompt = `You were given this task:
{{task}}

You answered:
{{attempt}}

It was not right:
{{feedback}}

In two or three sentences, say what went wrong and what to do differently next time. Do not write the answer itself.`;

/** Asks a model whether an attempt is right. */
export const judgePrompt = `Task:
{{task}}

Answer:
{{attempt}}

Does the answer do all that the task asks for, without a mistake? Say in one sentence what is wrong or missing, if anything, then end with one word: pass or fail.`;
