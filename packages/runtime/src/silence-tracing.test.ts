import { expect, test } from 'vitest';
import { silenceTracing } from './silence-tracing.ts';

test('no variable of LangChain’s tracing survives', () => {
  const environment: NodeJS.ProcessEnv = {
    LANGCHAIN_TRACING_V2: 'true',
    LANGSMITH_API_KEY: 'k',
    LANGSMITH_ENDPOINT: 'https://evil.example',
    PATH: '/bin',
  };
  silenceTracing(environment);
  expect(environment).toEqual({ LANGSMITH_TRACING: 'false', LANGCHAIN_TRACING_V2: 'false', PATH: '/bin' });
});
