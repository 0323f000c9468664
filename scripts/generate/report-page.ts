import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from 'esbuild';
import { svgStyle } from '../../src/report/graph/svg-style.ts';
import { root, writeGenerated } from './files.ts';

/** Browsers of recent years, including Safari; newer features must be optional. */
const target = ['chrome111', 'firefox113', 'safari16.4'];

/**
 * The style and the script of the audit report, minified, as strings. The style of the drawing is scoped to the
 * drawing, since styles of a page apply everywhere.
 */
export async function generateReportPage(): Promise<void> {
  const source = (name: string) => readFile(path.join(root, 'src/report/paper', name), 'utf8');
  const sheets = await Promise.all(
    ['base', 'front', 'parts', 'unknowns', 'narrow', 'paper'].map((name) => source(`style/${name}.css`)),
  );
  const style = await transform([...sheets, `.network {\n${svgStyle}\n}`].join('\n'), {
    loader: 'css',
    minify: true,
    target,
  });
  const script = await transform(await source('page.js'), {
    loader: 'js',
    format: 'iife',
    minify: true,
    target,
  });
  const asConstant = (name: string, code: string) =>
    `export const ${name} = ${JSON.stringify(code.trim())};\n`;
  await writeGenerated(
    'generated/report-page.ts',
    asConstant('pageStyle', style.code) + asConstant('pageScript', script.code),
  );
}
