// One rule for ESLint with its YAML plug-in: what classification/encryption-at-rest asks of every electronic asset.
import yml from 'eslint-plugin-yml';

const encryptionAtRest = {
  create: (context) => ({
    'YAMLPair[key.value="assets"] > YAMLSequence > YAMLMapping'(asset) {
      const atRest = fieldOf(fieldOf(asset, 'encryption'), 'atRest');
      if (atRest?.value !== true)
        context.report({ loc: asset.loc, message: 'is not encrypted where it is kept' });
    },
  }),
};

function fieldOf(mapping, key) {
  return mapping?.pairs?.find((pair) => pair.key?.value === key)?.value;
}

export default [
  {
    files: ['**/*.yaml'],
    language: 'yml/yaml',
    plugins: { yml, own: { rules: { 'encryption-at-rest': encryptionAtRest } } },
    rules: { 'own/encryption-at-rest': 'error' },
  },
];
