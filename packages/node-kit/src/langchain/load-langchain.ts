let loaded: ReturnType<typeof load> | undefined;

/**
 * LangChain's messages and base of chat models, loaded on the first call (about 300 ms and 80 MB). Kept, since an
 * `import()` resolves its path anew each time.
 */
export function loadLangChain(): ReturnType<typeof load> {
  loaded ??= load();
  return loaded;
}

async function load() {
  const [messages, models] = await Promise.all([
    import('@langchain/core/messages'),
    import('@langchain/core/language_models/chat_models'),
  ]);
  return { messages, models };
}
