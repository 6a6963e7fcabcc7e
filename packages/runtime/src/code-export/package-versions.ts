/** The versions that exported programs ask for: those that Jacquard itself runs on, so that answers are the same. */
export const packageVersions: Readonly<Record<string, string>> = {
  '@cfworker/json-schema': '4.1.6',
  '@langchain/core': '1.4.0',
  '@langchain/openai': '1.5.8',
  '@types/node': '24.19.2',
  'json-p3': '2.3.1',
  papaparse: '5.7.1',
  '@types/papaparse': '5.5.2',
  re2js: '2.10.0',
};
