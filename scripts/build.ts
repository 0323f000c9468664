import { bundle } from './bundle.ts';
import { compile } from './compile.ts';
import { root } from './generate/files.ts';

await bundle(root);
compile(root);
