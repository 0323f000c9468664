import path from 'node:path';
import { defined } from '../base/defined.ts';
import type { Language } from '../base/localized.ts';
import type { AskingRule } from '../export/register/asked-fields.ts';
import { emptyRegister } from '../export/register/empty-register.ts';
import { fieldsOfRules } from '../lookup/readers.ts';
import type { Policy } from '../policy/policy.ts';
import { citation } from '../report/paper/citation.ts';
import { Sheet } from '../report/paper/sheet.ts';
import { writeXlsx } from '../spreadsheet/xlsx/write.ts';
import { loadKnownPolicy, readSettings } from './catalogue.ts';
import { newWorkbook } from './export-register.ts';
import type { InitOptions } from './init-answers.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { UsageError } from './usage-error.ts';
import { exportErrors, exportTexts } from './words/export.ts';
import { writeFiles } from './write-file.ts';

/**
 * Runs `sekisho init --xlsx`: writes a register for a body that has none, with what its policy asks for first.
 *
 * @throws UsageError if a folder is named besides, no policy is, or the file is there already
 */
export async function runInitRegister(
  folder: string | undefined,
  options: InitOptions & { readonly xlsx: string },
  io: Io,
): Promise<ExitCode> {
  if (folder !== undefined || options.extends !== undefined || options.ci !== undefined)
    throw new UsageError(exportErrors.registerAlone);
  const out = newWorkbook({ out: options.xlsx }, io);
  const { language, configuration } = await readSettings(defined({ lang: options.lang }), io);
  const [configured] = configuration.policy;
  const reference = options.policy ?? configured;
  if (reference === undefined) throw new UsageError(exportErrors.noPolicy);
  const directory = options.policy === undefined ? (configuration.directory ?? io.directory) : io.directory;
  const policy = await loadKnownPolicy(reference, directory);
  const layout = emptyRegister({
    body: options.name ?? policy.issuer?.[language],
    policy: policy.title,
    rules: rulesOf(policy, language),
    file: path.basename(out.path),
    language,
  });
  await writeFiles([{ ...out, text: writeXlsx(layout) }], io);
  const sheet = new Sheet({ color: 0, ...defined({ width: io.terminal?.columns }) });
  sheet.paragraph('', exportTexts.begun(out.shown, layout.sheets.length - 1, policy.title)[language]);
  sheet.line(exportTexts.steps[language]);
  for (const [index, step] of exportTexts.filling(out.shown, reference).entries())
    sheet.paragraph(`  ${index + 1}. `, step[language]);
  io.stdout(sheet.toString());
  return exitCodes.clean;
}

/** The rules that the clauses of a policy cite, with the fields that they ask for. */
function rulesOf(policy: Policy, language: Language): AskingRule[] {
  const fields = fieldsOfRules([policy]);
  return policy.clauses.flatMap(({ ref, title, rules }) =>
    rules.map(({ id }) => ({
      judged: fields.get(id)?.judged ?? [],
      clauses: [citation({ policy: policy.id, ref, title }, language)],
    })),
  );
}
