export const access = {
  'access.bottom': 'Ce qui s’est passé',
  'access.right': 'Chat, nœud et notes',
};
