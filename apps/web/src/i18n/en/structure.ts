export const structure = {};
