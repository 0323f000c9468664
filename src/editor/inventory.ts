import type { OwnField, OwnFields } from '../policy/own/rule.ts';
import { type Axis, axes } from '../policy/policy.ts';
import { changedAt, type JsonSchema, offering, withDeclaredWords, withProperties } from './schema.ts';
import { described, layerText, layerWords, levelText, type PolicyWords } from './words.ts';

type Schemas = Readonly<Record<string, JsonSchema>>;

/** @returns the schemas of the inventory with the words of policies */
export function inventoryWith(schemas: Schemas, { levels, layers, fields, declared }: PolicyWords): Schemas {
  const worded = Object.fromEntries(
    Object.entries(schemas).map(([file, schema]) => [
      file,
      withProperties(withDeclaredWords(schema, declared), (property, name) => {
        // Levels and layers fold width and know other names, so that words of a policy are offered and none is refused.
        if (property['$ref'] === levelReference && isAxis(name))
          return {
            ...property,
            ...offering(levels[name]),
            description: levelText(name, levels[name]),
            examples: levels[name],
          };
        if (property['$ref'] === layerReference)
          return { ...property, ...offering(layerWords(layers)), description: layerText(layers) };
        return property;
      }) as JsonSchema,
    ]),
  );
  return withFields(worded, fields);
}

const levelReference = 'common.schema.json#/$defs/level';
const layerReference = 'common.schema.json#/$defs/layer';

function isAxis(name: string): name is Axis {
  return (axes as readonly string[]).includes(name);
}

function withFields(schemas: Schemas, fields: OwnFields): Schemas {
  let changed = schemas;
  for (const [section, declared] of Object.entries(fields))
    for (const [path, field] of Object.entries(declared)) {
      const file = `${section}.schema.json`;
      changed = { ...changed, [file]: withField(changed[file] ?? {}, path.split('.'), field) };
    }
  return changed;
}

/** A field within others is one of mappings, whose other keys stay free. */
function withField(schema: JsonSchema, [key = '', ...rest]: readonly string[], field: OwnField): JsonSchema {
  return changedAt(schema, ['properties', key], (found) =>
    rest.length === 0 ? fieldSchema(field) : withField({ type: ['object', 'null'], ...found }, rest, field),
  );
}

function fieldSchema({ type, choices, about }: OwnField): JsonSchema {
  const words = choices === undefined ? {} : { enum: choices };
  const description = about === undefined ? {} : { description: described(about) };
  switch (type) {
    case 'list':
      return { type: ['array', 'null'], items: { type: 'string', ...words }, ...description };
    case 'date':
      return {
        type: ['string', 'null'],
        format: 'sekisho-date',
        examples: ['2026-04-01', '令和8年4月1日'],
        ...description,
      };
    default:
      return {
        type: [type, 'null'],
        ...(choices === undefined ? {} : { enum: [...choices, null] }),
        ...description,
      };
  }
}
