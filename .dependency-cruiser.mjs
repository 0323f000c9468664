// The arrows of the house. Data flows one way: cli → check → compare → evaluate → { catalogue, rule } → network →
// { inventory, policy } → … → base. Reports stand beside it on the result alone, rules on the façade made for them.
// test/architecture.test.ts plants a bad import for every rule below to see that it holds.
const rule = (name, because, from, to) => ({ name, severity: 'error', comment: because, from, to });

/** What a room of src/ may import besides itself. */
const only = (room, because, ...allowed) =>
  rule(
    `${room.replace(/\/$/, '').replaceAll('/', '-')}-imports-downwards`,
    because,
    { path: `^src/${room}` },
    { path: '^(src|rules)/', pathNot: [`^src/${room}`, ...allowed] },
  );

const facade = '^src/rule\\.ts$';
const rooms = (...names) => `^src/(${names.join('|')})/`;

export default {
  forbidden: [
    rule('no-circular', 'A cycle, even of types alone, makes two rooms one.', {}, { circular: true }),
    rule(
      'nothing-unreachable',
      'Code to which no import leads from the program is dead; the formats are for the validators, which are generated.',
      { path: '^src/(bin|process)\\.ts$' },
      { path: '^(src|rules)/', pathNot: '^src/(schema/formats|bin|process)\\.ts$', reachable: false },
    ),
    rule(
      'rules-see-the-facade',
      'A rule knows records and what src/rule.ts offers, nothing of how it is run.',
      { path: '^rules/[^/]+/' },
      { pathNot: [facade] },
    ),
    rule(
      'rules-are-handed-over',
      'Everything but the command line and the main job gets rules as values.',
      { path: '^src/', pathNot: ['^src/cli/', '^src/check\\.ts$'] },
      { path: '^rules/' },
    ),
    only(
      'base',
      'The ground floor: days, digests, paths, texts in two languages. It knows nothing of sekisho.',
    ),
    only('start/', 'What loads the program knows nothing of it.', rooms('base')),
    only('yaml', 'Texts become values with positions.', rooms('base')),
    only('schema', 'Validation knows shapes and days, not what they are for.', rooms('base', 'yaml')),
    only('tree', 'Files are found and read in one place, whatever is in them.', rooms('base')),
    only(
      'register',
      'What an import of a register leaves is written by imports and read by whatever names a cell.',
      rooms('base', 'yaml'),
    ),
    only(
      'inventory',
      'The inventory knows nothing of policies, rules or reports.',
      rooms('base', 'yaml', 'schema', 'tree', 'register'),
    ),
    only(
      'policy',
      'Policies are data: clauses and the ids of rules.',
      rooms('base', 'yaml', 'schema', 'tree'),
    ),
    only(
      'result',
      'The result is plain data: no code that acts stands behind it.',
      rooms('base'),
      '^src/policy/policy\\.ts$',
      '^src/inventory/(evidence|facts)\\.ts$',
      '^src/tree/tree\\.ts$',
      '^src/tree/git/provenance\\.ts$',
    ),
    only(
      'network',
      'The network is read from the inventory under a policy.',
      rooms('base', 'result', 'inventory', 'policy'),
    ),
    only(
      'rule/',
      'What rule authors use rests on the views of the model.',
      rooms('base', 'inventory', 'network'),
      '^src/policy/(policy|in-force|predicate|reference|reference-order|layers|agencies|own-words)\\.ts$',
      '^src/policy/own/(rule|fields)\\.ts$',
      '^src/schema/(suggest|shape)\\.ts$',
    ),
    only(
      'catalogue',
      'Rules, clauses and policies are described without judging anything.',
      facade,
      rooms('base', 'result', 'policy', 'rule'),
    ),
    only(
      'evaluate',
      'Evaluating reads the model and fills the result.',
      facade,
      rooms(
        'base',
        'yaml',
        'schema',
        'tree',
        'register',
        'inventory',
        'policy',
        'result',
        'network',
        'catalogue',
      ),
    ),
    only(
      'compare',
      'An evaluation is held against an earlier one.',
      rooms('base', 'schema', 'tree', 'inventory', 'policy', 'result', 'network', 'catalogue', 'evaluate'),
    ),
    only(
      'redact',
      'A result becomes one that gives less away, whatever it is a result of, and whoever reports it.',
      rooms('base', 'result'),
    ),
    only(
      'examples',
      'The examples of rules and policies are judged as inventories are.',
      facade,
      rooms('base', 'schema', 'tree', 'inventory', 'policy', 'result', 'evaluate'),
    ),
    only(
      'editor',
      'What may be written under a policy is told to editors without anything that is written.',
      rooms('base', 'schema', 'policy'),
    ),
    only(
      'starter',
      'What an inventory begins with is made of the vocabulary, whatever it is written by.',
      rooms('base', 'schema'),
      '^src/policy/policy\\.ts$',
    ),
    only(
      'lookup',
      'What a word means is looked up in the vocabulary, the rules and the policies, without judging anything.',
      facade,
      rooms('base', 'schema', 'policy', 'result', 'catalogue'),
    ),
    only(
      'report',
      'Reporters know the result alone and return text.',
      rooms('base', 'result'),
      '^src/policy/(policy|reference)\\.ts$',
    ),
    only(
      'spreadsheet',
      'What people keep tables in becomes cells, and cells become such files; it knows nothing of inventories.',
      rooms('base'),
    ),
    only(
      'draft',
      'The text of a document becomes a policy file; its bytes become text as those of a register do.',
      rooms('base', 'policy'),
      '^src/spreadsheet/text/decode\\.ts$',
      '^src/spreadsheet/problem\\.ts$',
    ),
    only(
      'import',
      'Other registers become inventory files.',
      rooms('base', 'yaml', 'schema', 'tree', 'spreadsheet', 'register'),
    ),
    only(
      'import/merge',
      'What is imported is merged into what people wrote, wherever it is from.',
      rooms('base', 'yaml', 'schema', 'register'),
    ),
    only(
      'import/netbox',
      'A network documentation is no spreadsheet: of the other imports it uses what merges alone.',
      rooms('base', 'yaml', 'schema', 'tree', 'register', 'import/merge'),
    ),
    only(
      'export',
      'Inventories become workbooks in the words that imports read back; what was judged comes as the result.',
      rooms('base', 'schema', 'spreadsheet', 'register', 'import', 'result'),
      // What a to-do workbook asks for is what the list of the same name does.
      '^src/report/(paper|findings/to-do)/',
    ),
    rule(
      'paper-knows-no-format',
      'What writes on paper serves every format and knows none.',
      { path: '^src/report/paper/' },
      { path: '^src/report/', pathNot: ['^src/report/paper/', '^src/report/format\\.ts$'] },
    ),
    rule(
      'only-cli-is-above-check',
      'The main job is called by commands alone.',
      { path: '^src/', pathNot: ['^src/cli/', '^src/(bin|process)\\.ts$'] },
      { path: ['^src/check\\.ts$', '^src/cli/', '^src/(bin|process)\\.ts$'] },
    ),
    rule(
      'files-are-read-at-the-edge',
      'Where the disk is touched must be easy to see.',
      {
        path: '^src/',
        pathNot: ['^src/cli/', '^src/tree/', '^src/import/[^/]+/read.ts$', '^src/bin\\.ts$', '^src/start/'],
      },
      { path: '^(node:)?fs' },
    ),
    rule(
      'nothing-starts-or-connects',
      'Nothing in an inventory is executed, and nothing goes over a network.',
      { path: '^(src|rules)/' },
      { path: '^(node:)?(http|https|net|dgram|tls|worker_threads|inspector)$' },
    ),
    rule(
      'only-the-program-is-compiled',
      'What loads the files of the program hands texts to V8 as code, and nobody else does.',
      { path: '^(src|rules)/', pathNot: ['^src/start/load\\.ts$'] },
      { path: '^(node:)?vm$' },
    ),
    rule(
      'git-alone-is-started',
      'The one program that is run is git, to ask what an inventory was.',
      { path: '^(src|rules)/', pathNot: ['^src/tree/git/process\\.ts$'] },
      { path: '^(node:)?child_process$' },
    ),
    rule(
      'yaml-parser-in-one-place',
      'One way into YAML, so that positions are always exact.',
      { path: '^src/', pathNot: ['^src/yaml/'] },
      { path: 'node_modules/js-yaml' },
    ),
    rule(
      'address-parser-in-one-place',
      'One way to read an address, so that every room takes the same for one.',
      { path: '^src/', pathNot: ['^src/base/addresses\\.ts$'] },
      { path: 'node_modules/ipaddr' },
    ),
    rule(
      'colour-is-for-text',
      'Only the text report paints.',
      {
        path: '^src/',
        pathNot: ['^src/report/paper/sheet\\.ts$', '^src/report/(findings|coverage)/text(/|\\.ts$)'],
      },
      { path: 'node_modules/chalk' },
    ),
    rule(
      'arguments-are-for-cli',
      'Only the command line knows its parser.',
      { path: '^src/', pathNot: ['^src/cli/'] },
      { path: 'node_modules/commander' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The script of the audit report is no module of the program: it goes into the page as text.
    exclude: { path: ['^generated/', '^src/report/paper/page\\.js$'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ['import', 'node', 'default'], exportsFields: ['exports'] },
  },
};
