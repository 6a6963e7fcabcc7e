export const faces = {};
