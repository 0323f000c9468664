/**
 * Every way that is known by which git runs a program, writes a file or asks the network because of what a repository holds.
 * All of them lie in one repository when sekisho is run on it; each leaves a canary of its own where it comes to anything.
 */
export interface RepositoryAttack {
  readonly name: string;
  /**
   * lines of `.git/config`. Of this and of all that follows: `{run}` is a program that leaves the canary, `{canary}` the
   * file that it leaves, `{web}` an address of this machine that leaves it where it is asked, `{folder}` the work tree
   */
  readonly config?: string;
  /** files by their path in the work tree, which may lead into `.git`; those that begin with `#!` are programs */
  readonly files?: Readonly<Record<string, string>>;
  /** what fires the canary, for a shell in a repository with this attack alone: shows that it would be noticed */
  readonly control: string;
  /** the version of git before which the control comes to nothing */
  readonly since?: string;
  /** a program without which the control cannot be run */
  readonly needs?: string;
  /** set where missing objects are fetched from this remote */
  readonly remote?: string;
}

/** What asks for an object that is not there, so that git fetches it from the remotes that promise to have it. */
const fetchMissing = 'git cat-file -e 0000000000000000000000000000000000000001';

/** A remote that a partial clone fetches missing objects from. */
function promisor(remote: string, settings: string): Pick<RepositoryAttack, 'config' | 'control' | 'remote'> {
  const config = `[remote "${remote}"]\n\tpromisor = true\n\tpartialclonefilter = blob:none\n${settings}[protocol]\n\tallow = always\n[protocol "ext"]\n\tallow = always\n`;
  return { config, control: fetchMissing, remote };
}

const hooks = [
  ...[
    'applypatch-msg',
    'fsmonitor-watchman',
    'post-checkout',
    'post-index-change',
    'post-merge',
    'pre-auto-gc',
  ],
  ...['pre-commit', 'pre-push', 'prepare-commit-msg', 'proc-receive', 'reference-transaction', 'update'],
];
const hooksIn = (folder: string) =>
  Object.fromEntries(hooks.map((hook) => [`${folder}/${hook}`, '#!/bin/sh\nexec {run}\n']));

/** The commands of git that sekisho uses, and some that those start. */
const commands = [
  'cat-file',
  'config',
  'fetch',
  'ls-files',
  'ls-tree',
  'merge-base',
  'remote',
  'rev-parse',
  'symbolic-ref',
];

const planted = [
  ...[
    'git',
    'git.exe',
    'git.cmd',
    'git-evil',
    'git-remote-ext',
    'git-remote-https',
    'git-upload-pack',
    'sh',
    'ssh',
  ],
  ...commands.map((command) => `git-${command}`),
];
const plantedIn = (folder: string) =>
  Object.fromEntries(planted.map((name) => [`${folder}${name}`, '#!/bin/sh\nexec {run}\n']));

const attributes = { '.gitattributes': '*.yaml filter=evil diff=evil merge=evil\n' };
const signed = `git cat-file commit HEAD |
  awk '{ print } /^committer/ { print "gpgsig -----BEGIN PGP SIGNATURE-----\\n \\n x\\n -----END PGP SIGNATURE-----" }' |
  git hash-object -t commit -w --stdin`;
const askForPassword = `printf 'protocol=https\\nhost=example.jp\\n\\n' | git credential fill`;

export const repositoryAttacks: readonly RepositoryAttack[] = [
  // What git runs by itself.
  { name: 'core.fsmonitor', config: '[core]\n\tfsmonitor = {run}\n', control: 'git status' },
  { name: 'hooks in .git/hooks', files: hooksIn('.git/hooks'), control: 'git checkout -b x' },
  {
    name: 'core.hooksPath',
    config: '[core]\n\thooksPath = {folder}/hooks\n',
    files: hooksIn('hooks'),
    control: 'git checkout -b x',
  },
  {
    name: 'hook.<name>.command',
    config: '[hook "evil"]\n\tcommand = {run}\n\tevent = post-checkout\n\tevent = post-index-change\n',
    control: 'git checkout -b x',
    since: '2.54',
  },
  {
    name: 'core.alternateRefsCommand',
    config: '[core]\n\talternateRefsCommand = {run}\n',
    control: 'git rev-list --alternate-refs',
  },
  {
    name: 'gc.recentObjectsHook',
    config: '[gc]\n\trecentObjectsHook = {run}\n',
    control:
      'echo x | git hash-object -w --stdin; find .git/objects -exec touch -d 2020-01-01 {} +; git prune --expire=1.day.ago',
    since: '2.42',
  },
  {
    name: 'alias.* by the names of the commands used',
    config: `[alias]\n${['evil', ...commands].map((command) => `\t${command} = !{run}\n`).join('')}`,
    control: 'git evil',
  },
  {
    name: 'programs named like those of git in the work tree',
    files: { ...plantedIn(''), ...plantedIn('bin/') },
    control: 'PATH=.:$PATH git evil',
  },
  // What it shows, or lets people write, by.
  {
    name: 'core.pager',
    config: '[core]\n\tpager = {run}\n',
    control: 'script -qec "git log" /dev/null',
    needs: 'script',
  },
  {
    name: 'pager.<command>',
    config: `[pager]\n${['log', ...commands].map((command) => `\t${command} = {run}\n`).join('')}`,
    control: 'script -qec "git log" /dev/null',
    needs: 'script',
  },
  { name: 'core.editor', config: '[core]\n\teditor = {run}\n', control: 'git commit --allow-empty' },
  { name: 'sequence.editor', config: '[sequence]\n\teditor = {run}\n', control: 'git rebase -i HEAD~1' },
  {
    name: 'browser.<tool>.cmd',
    config: '[browser "evil"]\n\tcmd = {run}\n',
    control: 'git web--browse -b evil x',
  },
  // What it asks for passwords.
  { name: 'core.askPass', config: '[core]\n\taskPass = {run}\n', control: askForPassword },
  { name: 'credential.helper', config: '[credential]\n\thelper = !{run}\n', control: askForPassword },
  {
    name: 'credential.<url>.helper',
    config: '[credential "https://example.jp"]\n\thelper = !{run}\n',
    control: askForPassword,
  },
  // What it signs, or checks signatures, by.
  { name: 'gpg.program', config: '[gpg]\n\tprogram = {run}\n', control: 'git commit -S --allow-empty -m x' },
  {
    name: 'gpg.program with log.showSignature',
    config: '[gpg]\n\tprogram = {run}\n[log]\n\tshowSignature = true\n',
    control: `git log -1 $(${signed})`,
  },
  {
    name: 'gpg.x509.program',
    config: '[gpg "x509"]\n\tprogram = {run}\n',
    control: 'git -c gpg.format=x509 commit -S --allow-empty -m x',
  },
  {
    name: 'gpg.ssh.program',
    config: '[gpg "ssh"]\n\tprogram = {run}\n',
    control: 'git -c gpg.format=ssh -c user.signingKey=key::x commit -S --allow-empty -m x',
    since: '2.34',
  },
  {
    name: 'gpg.ssh.defaultKeyCommand',
    config: '[gpg "ssh"]\n\tdefaultKeyCommand = {run}\n',
    control: 'git -c gpg.format=ssh commit -S --allow-empty -m x',
    since: '2.34',
  },
  // What it turns contents into others by.
  { name: 'diff.external', config: '[diff]\n\texternal = {run}\n', control: 'git diff HEAD~1' },
  {
    name: 'diff.<driver>.command',
    config: '[diff "evil"]\n\tcommand = {run}\n',
    files: attributes,
    control: 'git diff HEAD~1',
  },
  {
    name: 'diff.<driver>.textconv',
    config: '[diff "evil"]\n\ttextconv = {run}\n',
    files: attributes,
    control: 'git diff HEAD~1',
  },
  {
    name: 'diff.<driver>.textconv by core.attributesFile',
    config: '[core]\n\tattributesFile = {folder}/.git/attributes\n[diff "other"]\n\ttextconv = {run}\n',
    files: { '.git/attributes': '*.yaml diff=other\n' },
    control: 'git diff HEAD~1',
  },
  {
    name: 'interactive.diffFilter',
    config: '[interactive]\n\tdiffFilter = {run}\n',
    control: `echo >> 台帳/a.yaml; echo q | TERM=xterm script -qec 'git add -p' /dev/null`,
    since: '2.37',
    needs: 'script',
  },
  {
    name: 'difftool.<tool>.cmd',
    config: '[difftool "evil"]\n\tcmd = {run}\n',
    control: 'git difftool -y -t evil HEAD~1',
  },
  {
    name: 'filter.<driver>.clean',
    config: '[filter "evil"]\n\tclean = {run}\n',
    files: attributes,
    control: 'echo >> 台帳/a.yaml; git add 台帳',
  },
  {
    name: 'filter.<driver>.smudge',
    config: '[filter "evil"]\n\tsmudge = {run}\n',
    files: attributes,
    control: 'rm 台帳/a.yaml; git checkout -f 台帳',
  },
  {
    name: 'filter.<driver>.process',
    config: '[filter "other"]\n\tprocess = {run}\n',
    files: { '.git/info/attributes': '*.yaml filter=other\n' },
    control: 'echo >> 台帳/a.yaml; git add 台帳',
  },
  {
    name: 'merge.<driver>.driver',
    config: '[merge "evil"]\n\tdriver = {run}\n',
    files: attributes,
    control: 'git merge other',
  },
  {
    name: 'mergetool.<tool>.cmd',
    config: '[mergetool "evil"]\n\tcmd = {run}\n',
    control: 'git merge other; git mergetool -y -t evil',
  },
  {
    name: 'tar.<format>.command',
    config: '[tar "evil"]\n\tcommand = {run}\n',
    control: 'git archive --format=evil HEAD',
  },
  {
    name: 'trailer.<token>.command',
    config: '[trailer "evil"]\n\tcommand = {run}\n',
    control: 'echo x | git interpret-trailers --trailer evil=x',
  },
  // Where it takes more settings from.
  {
    name: 'include.path',
    config: '[include]\n\tpath = {folder}/included\n',
    files: { included: '[core]\n\tfsmonitor = {run}\n' },
    control: 'git status',
  },
  {
    name: 'includeIf.gitdir',
    config: '[includeIf "gitdir:**"]\n\tpath = {folder}/included-if\n',
    files: { 'included-if': '[core]\n\tfsmonitor = {run}\n' },
    control: 'git status',
  },
  {
    name: 'config.worktree',
    config: '[extensions]\n\tworktreeConfig = true\n',
    files: { '.git/config.worktree': '[core]\n\tfsmonitor = {run}\n' },
    control: 'git status',
  },
  {
    name: 'trace2.eventTarget, which git takes from the user alone',
    config: '[trace2]\n\teventTarget = {canary}\n\tnormalTarget = {canary}\n\tperfTarget = {canary}\n',
    control: 'GIT_CONFIG_GLOBAL=.git/config git status',
    since: '2.32',
  },
  {
    name: 'uploadpack.packObjectsHook, which git takes from the user alone',
    config: '[uploadpack]\n\tpackObjectsHook = {run}\n',
    control: 'GIT_CONFIG_GLOBAL=$PWD/.git/config git clone --no-local . copy',
    since: '2.32',
  },
  // What it fetches and pushes by.
  { name: 'a remote of ext::', ...promisor('by-ext', '\turl = ext::{run}\n') },
  {
    name: 'a remote without a name of its protocol',
    ...promisor('nameless', '\turl = ::x\n'),
    files: { 'git-remote-': '#!/bin/sh\nexec {run}\n' },
    control: `PATH=.:$PATH ${fetchMissing}`,
  },
  { name: 'remote.<name>.vcs', ...promisor('by-vcs', '\tvcs = ext\n\turl = {run}\n') },
  { name: 'remote.<name>.uploadpack', ...promisor('by-program', '\turl = .\n\tuploadpack = {run}\n') },
  {
    name: 'the name of a remote as an option of git fetch',
    ...promisor('--upload-pack={run}', '\turl = .\n[remote "origin"]\n\turl = .\n'),
  },
  {
    name: 'url.<base>.insteadOf',
    ...promisor('instead', '\turl = harmless:x\n[url "ext::{run} "]\n\tinsteadOf = harmless:\n'),
  },
  {
    name: 'core.sshCommand',
    ...promisor('by-ssh', '\turl = ssh://example.invalid/x\n[core]\n\tsshCommand = {run}\n'),
  },
  {
    name: 'core.gitProxy',
    ...promisor('by-proxy', '\turl = git://example.invalid/x\n[core]\n\tgitProxy = {run}\n'),
  },
  { name: 'a remote on the network', ...promisor('web', '\turl = {web}\n'), needs: 'git-remote-http' },
  {
    name: 'fetch.bundleURI',
    config: '[fetch]\n\tbundleURI = {web}\n',
    control: 'git fetch .',
    since: '2.40',
    needs: 'git-remote-http',
  },
  {
    name: 'remote.<name>.receivepack',
    config: '[remote "push"]\n\turl = .\n\treceivepack = {run}\n',
    control: 'git push push HEAD:x',
  },
  {
    name: 'submodule.<name>.update',
    config: '[submodule "sub"]\n\turl = .\n\tupdate = !{run}\n',
    files: { '.gitmodules': '[submodule "sub"]\n\tpath = sub\n\turl = .\n' },
    control: `git clone . sub && git -C sub checkout --detach HEAD~1 &&
      git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),sub && git submodule update`,
  },
];
