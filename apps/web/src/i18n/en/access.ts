export const access = {
  'access.bottom': 'What happened',
  'access.right': 'Chat, node and notes',
};
