// The arrows of the house. Data flows one way: cli → check → { inventory, policy, network, evaluate, report }; rules stand
// beside it and see only the façade made for them. test/architecture.test.ts plants bad imports to see that this holds.
const rule = (name, because, from, to) => ({ name, severity: 'error', comment: because, from, to });

/** What a room of src/ may import besides itself. */
const only = (room, because, ...allowed) =>
  rule(
    `${room}-imports-downwards`,
    because,
    { path: `^src/${room}` },
    { path: '^(src|rules)/', pathNot: [`^src/${room}`, ...allowed] },
  );

const localized = '^src/localized\\.ts$';
const date = '^src/date\\.ts$';
const groups = '^src/groups\\.ts$';
const addresses = '^src/addresses\\.ts$';
const digest = '^src/digest\\.ts$';
const writtenFile = '^src/written-file\\.ts$';
const disk = '^src/(places|system-error)\\.ts$';
const result = '^src/result(\\.ts$|/)';
const facade = '^src/rule\\.ts$';

export default {
  forbidden: [
    rule('no-circular', 'A cycle, even of types alone, makes two rooms one.', {}, { circular: true }),
    rule(
      'nothing-unreachable',
      'Code to which no import leads from the program is dead; the formats are for the validators, which are generated.',
      { path: '^src/bin\\.ts$' },
      { path: '^(src|rules)/', pathNot: '^src/schema/formats\\.ts$', reachable: false },
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
    only('yaml', 'YAML with positions is the ground floor.'),
    only('schema', 'Validation knows shapes and days, not what they are for.', localized, date),
    only(
      'inventory',
      'The inventory knows nothing of policies, rules or reports.',
      localized,
      date,
      groups,
      digest,
      disk,
      '^src/yaml/',
      '^src/schema/',
    ),
    only(
      'policy',
      'Policies are data: clauses and the ids of rules.',
      localized,
      date,
      digest,
      disk,
      groups,
      writtenFile,
      '^src/yaml/',
      '^src/schema/',
    ),
    only(
      'result',
      'The result is plain data: no code that acts stands behind it.',
      localized,
      date,
      digest,
      '^src/policy/policy\\.ts$',
      '^src/inventory/evidence\\.ts$',
    ),
    only(
      'network',
      'The network is read from the inventory under a policy.',
      localized,
      groups,
      addresses,
      result,
      '^src/inventory/',
      '^src/policy/',
    ),
    only(
      'rule/',
      'What rule authors use rests on the views of the model.',
      localized,
      groups,
      date,
      '^src/inventory/',
      '^src/policy/(policy|reference)\\.ts$',
      '^src/network/',
      '^src/schema/suggest\\.ts$',
    ),
    only(
      'evaluate',
      'Evaluating reads the model and fills the result.',
      localized,
      date,
      digest,
      result,
      facade,
      groups,
      '^src/(configuration|side-file)\\.ts$',
      '^src/(yaml|schema|inventory|policy|network)/',
    ),
    only(
      'report',
      'Reporters know the result alone and return text.',
      localized,
      groups,
      digest,
      result,
      '^src/text/',
      '^src/policy/policy\\.ts$',
    ),
    only(
      'text',
      'Texts are the last word and use nothing that acts.',
      localized,
      result,
      '^src/side-file\\.ts$',
      '^src/git/problem\\.ts$',
      '^src/(yaml|schema|policy|import)/',
    ),
    only(
      'import',
      'Other registers become inventory files.',
      localized,
      date,
      groups,
      addresses,
      disk,
      writtenFile,
      '^src/(yaml|schema)/',
      '^src/inventory/records\\.ts$',
    ),
    rule(
      'only-cli-is-above-check',
      'The main job is called by commands alone.',
      { path: '^src/', pathNot: ['^src/cli/', '^src/bin\\.ts$'] },
      { path: ['^src/check\\.ts$', '^src/cli/', '^src/bin\\.ts$'] },
    ),
    rule(
      'files-are-read-at-the-edge',
      'Where the disk is touched must be easy to see.',
      {
        path: '^src/',
        pathNot: [
          '^src/cli/',
          '^src/inventory/(load|find-files|evidence)\\.ts$',
          '^src/policy/load\\.ts$',
          '^src/configuration\\.ts$',
          '^src/import/[^/]+/(read|mapping)\\.ts$',
          '^src/git/',
        ],
      },
      { path: '^(node:)?fs' },
    ),
    rule(
      'nothing-starts-or-connects',
      'Nothing in an inventory is executed, and nothing goes over a network.',
      { path: '^(src|rules)/' },
      { path: '^(node:)?(http|https|net|dgram|tls|vm|worker_threads|inspector)$' },
    ),
    rule(
      'git-alone-is-started',
      'The one program that is run is git, to ask what an inventory was.',
      { path: '^(src|rules)/', pathNot: ['^src/git/repository\\.ts$'] },
      { path: '^(node:)?child_process$' },
    ),
    only('git', 'Git tells of commits and files, not of what is in them.', result, disk),
    rule(
      'yaml-parser-in-one-place',
      'One way into YAML, so that positions are always exact.',
      { path: '^src/', pathNot: ['^src/yaml/'] },
      { path: 'node_modules/js-yaml' },
    ),
    rule(
      'address-parser-in-one-place',
      'One way to read an address, so that every room takes the same for one.',
      { path: '^src/', pathNot: [addresses] },
      { path: 'node_modules/ipaddr' },
    ),
    rule(
      'colour-is-for-text',
      'Only the text report paints.',
      {
        path: '^src/',
        pathNot: ['^src/report/text/', '^src/report/coverage/text\\.ts$', '^src/report/catalogue/page\\.ts$'],
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
    exclude: { path: ['^generated/', '^src/report/html/page\\.js$'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ['import', 'node', 'default'], exportsFields: ['exports'] },
  },
};
