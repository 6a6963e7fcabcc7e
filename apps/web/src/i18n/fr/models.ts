export const models = {
  'models.fetch': 'Recevoir',
};
