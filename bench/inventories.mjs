import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { JSON_SCHEMA, load } from 'js-yaml';
import { generateInventory } from './generate.mjs';

/** Gives the folders of inventories, each of which is written once. */
export function inventories(scratch) {
  const folderOf = (name, write) => {
    const folder = path.join(scratch, name);
    if (!existsSync(folder)) write(folder);
    return folder;
  };
  const written = ({ records, shape = 'compliant', oneLine = false }) =>
    folderOf(`${shape.replaceAll(' ', '-')}-${records}${oneLine ? '-line' : ''}`, (folder) =>
      generateInventory(folder, { records, shape, oneLine }),
    );
  return {
    of: written,
    /** compliant but for one record in fifty, which is full of findings */
    mixed: (records) => folderOf(`mixed-${records}`, (folder) => generateInventory(folder, { records })),
    /** the same in which the first asset of every file is not encrypted */
    faulty: (records) =>
      folderOf(`faulty-${records}`, (folder) =>
        copied(written({ records }), folder, (text) => text.replace('atRest: true', 'atRest: false')),
      ),
    /** the same in which the key is misspelt, which no schema allows */
    misspelt: (records) =>
      folderOf(`misspelt-${records}`, (folder) =>
        copied(written({ records }), folder, (text) => text.replace('atRest: true', 'at-rest: true')),
      ),
    /** the same files as JSON, under names that end in .json */
    json: (records) =>
      folderOf(`json-${records}`, (folder) =>
        copied(written({ records }), folder, asJson, (name) => name.replace(/yaml$/, 'json')),
      ),
    /** a copy that a measure may change */
    copy: (records, name) => folderOf(name, (folder) => copied(written({ records }), folder)),
  };
}

function copied(from, to, changed, renamed = (name) => name) {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const [source, target] = [path.join(from, name), path.join(to, renamed(name))];
    if (changed === undefined) copyFileSync(source, target);
    else writeFileSync(target, changed(readFileSync(source, 'utf8')));
  }
}

function asJson(text) {
  return JSON.stringify(load(text, { schema: JSON_SCHEMA }), null, 2);
}
