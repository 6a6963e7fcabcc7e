export { addressOf, apiUrl, callUrl, type CallSubject } from './call-subject.ts';
export { clientUse } from './client-use.ts';
export { sampleInputs, type SampleInput } from './sample-inputs.ts';
export { snippetLanguages, type Snippet, type SnippetLanguage, type SnippetMode } from './snippet.ts';
export { snippetsOf } from './snippets-of.ts';
