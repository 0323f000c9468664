import { bundle } from './bundle.ts';
import { root } from './generate/files.ts';

await bundle(root);
