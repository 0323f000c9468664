import path from 'node:path';
export const measuredFile = path.join(import.meta.dirname, 'measured.json');
export function writeDocuments() {}
