/** A flow without inputs whose answer takes some seconds. */
export const storyFlow = {
  jacquard: 1,
  name: 'A story',
  nodes: {
    prompt: {
      type: 'prompts.template',
      title: 'Prompt',
      inputs: { template: 'Tell a long story about a weaver, her loom and the river. Describe everything in detail.' },
    },
    model: { type: 'models.chat-model', inputs: { model: 'default', temperature: 0.7, maxTokens: 260 } },
    chat: {
      type: 'models.chat',
      title: 'Ask',
      inputs: { model: { from: 'model.model' }, prompt: { from: 'prompt.text' }, seed: 7 },
    },
    reply: { type: 'io.chat-output', title: 'Reply', inputs: { text: { from: 'chat.answer' } } },
  },
  layout: {
    nodes: {
      prompt: { x: 0, y: 0 },
      model: { x: 0, y: 260 },
      chat: { x: 340, y: 0 },
      reply: { x: 680, y: 0 },
    },
  },
};
