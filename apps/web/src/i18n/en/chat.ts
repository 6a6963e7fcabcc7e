export const chat = {
  'chat.empty': 'Ask something: the flow runs, and its answer comes here.',
} as const;
