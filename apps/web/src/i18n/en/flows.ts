export const flows = {
  'flows.new': 'New flow',
} as const;
