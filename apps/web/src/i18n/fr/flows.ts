export const flows = {
  'flows.new': 'Nouveau flux',
};
