/**
 * Turns LangChain's tracing off, whatever the environment says: it would send prompts and answers to a service. Called before
 * anything of LangChain can be imported; processes that are started from here inherit it.
 */
export function silenceTracing(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(environment)) if (/^(LANGSMITH|LANGCHAIN)_/i.test(name)) delete environment[name];
  environment.LANGSMITH_TRACING = 'false';
  environment.LANGCHAIN_TRACING_V2 = 'false';
}
