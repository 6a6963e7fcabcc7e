export const chat = {
  'chat.empty': 'Posez une question : le flux s’exécute, et sa réponse arrive ici.',
};
