export const guides = {};
