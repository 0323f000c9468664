import type { Language } from '../base/localized.ts';
import { textsOf } from '../schema/field-texts.ts';
import { recordShape, type Shape } from '../schema/shape.ts';
import { asScalar, exampleFields, exampleItem, type Levels } from './example-lines.ts';
import { organizationExample, recordExamples } from './examples.ts';
import { editorLine, remark, type StarterFile, taken } from './starter-file.ts';
import { type FileName, fileNames, starterWords } from './words.ts';

/** Which file the sections stand in: who knows them keeps them, in a town hall. */
const sectionsOf: Readonly<Record<FileName, readonly string[]>> = {
  organization: [],
  assets: ['assets', 'personalInformationFiles'],
  systems: ['systems', 'facilities'],
  network: ['segments', 'connections'],
  outside: ['contracts', 'services'],
  people: ['staffGroups', 'trainings', 'drills', 'documents'],
  records: ['audits', 'reviews', 'incidents', 'violations', 'exceptions', 'corrections', 'attestations'],
};

/** What the files of an inventory are made of. */
export interface InventoryRequest {
  /** the name of the body */
  readonly name: string;
  readonly language: Language;
  /** what an inventory may hold */
  readonly inventory: Shape;
  readonly levels: Levels;
}

/** @returns the files of an inventory that names its body and states nothing else, each section with an example to take over */
export function inventoryFiles(request: InventoryRequest): StarterFile[] {
  return (Object.keys(fileNames) as FileName[]).map((name) => inventoryFile(name, request));
}

/** @returns the name of the file in which a part of the inventory is written */
export function inventoryFileName(name: FileName, language: Language): string {
  return `${fileNames[name][language]}.yaml`;
}

/** @returns the names of all files of an inventory */
export function inventoryFileNames(language: Language): string[] {
  return (Object.keys(fileNames) as FileName[]).map((name) => inventoryFileName(name, language));
}

function inventoryFile(name: FileName, request: InventoryRequest): StarterFile {
  const { language } = request;
  const sections = sectionsOf[name];
  const { head } = starterWords[language];
  const lines = [
    editorLine('inventory'),
    ...head(request.name, fileNames[name][language], sections).map(remark),
    'sekisho: 1',
    ...(name === 'organization' ? organizationLines(request) : []),
    ...sections.flatMap((section) => sectionLines(section, request)),
  ];
  return { name: inventoryFileName(name, language), text: `${lines.join('\n')}\n` };
}

function organizationLines({ name, language, inventory, levels }: InventoryRequest): string[] {
  const shape = shapeOf(inventory, 'organization');
  const place = { shape, path: 'organization', language, levels };
  return [
    '',
    ...aboutSection(inventory, 'organization', language),
    remark(starterWords[language].policyElsewhere),
    'organization:',
    `  name: ${asScalar(name)}`,
    ...exampleFields(organizationExample, place).map(taken),
  ];
}

function sectionLines(section: string, { language, inventory, levels }: InventoryRequest): string[] {
  const example = recordExamples[section] ?? {};
  const place = { shape: shapeOf(inventory, section), path: section, language, levels };
  return [
    '',
    ...aboutSection(inventory, section, language),
    // The key is there, so that a record below it is right at once, and an editor helps with it.
    `${section}:`,
    ...exampleItem(example, place).map(taken),
  ];
}

function shapeOf(inventory: Shape, section: string): Shape {
  const shape = recordShape(inventory, section);
  if (shape === undefined) throw new Error(`the vocabulary has no ${section}`);
  return shape;
}

function aboutSection({ properties = {} }: Shape, section: string, language: Language): string[] {
  const shape = properties[section];
  const about = shape && textsOf(shape).about?.[language];
  return about === undefined ? [] : [remark(about)];
}
