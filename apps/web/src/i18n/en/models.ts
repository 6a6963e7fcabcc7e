export const models = {
  'models.fetch': 'Fetch',
} as const;
