import { once } from './once.ts';

/** Loads `node:crypto` when it is first needed: that takes 2 ms, which a check of a small inventory would wait for in vain. */
export const crypto: () => typeof import('node:crypto') = once(() => process.getBuiltinModule('node:crypto'));
