import type { Localized } from '../../base/localized.ts';
import type { GitProblem } from './problem.ts';

/** Words why git could not tell what was asked. */
export function gitProblem(problem: GitProblem): Localized {
  switch (problem.code) {
    case 'no-git':
      return {
        ja: 'git を実行できません。--base (git の参照)、--changed、--trust には git が必要です',
        en: 'git cannot be run; --base with a git ref, --changed and --trust need it',
      };
    case 'no-repository':
      return {
        ja: `git のリポジトリとして読めません: ${problem.folder} (${problem.reason})。以前の台帳がフォルダーにあれば --base フォルダー名 で比べられます`,
        en: `cannot be read as a git repository: ${problem.folder} (${problem.reason}); an earlier inventory in a folder can be compared with --base <folder>`,
      };
    case 'another-owner':
      return {
        ja: `git はほかの利用者のフォルダーを読みません: ${problem.folder} (${problem.reason})。信頼できるフォルダーであれば git config --global --add safe.directory フォルダー を実行してください`,
        en: `git does not read a folder of another user: ${problem.folder} (${problem.reason}); if you trust it, run git config --global --add safe.directory <folder>`,
      };
    case 'no-content':
      return {
        ja: `比べるコミットのファイルの内容が手元にありません (${problem.reason})。一部だけを取得した複製であれば、--filter を付けずに取得し直してください`,
        en: `the content of files of that commit is not here (${problem.reason}); if this is a partial clone, clone it again without --filter`,
      };
    case 'no-commit':
      return {
        ja: `${problem.folder} にはまだコミットがなく、比べる相手がありません。台帳を git commit してから実行してください`,
        en: `${problem.folder} has no commit yet, so there is nothing to compare with; commit the inventory first`,
      };
    case 'unknown-ref':
      return {
        ja: `「${problem.ref}」という git の参照 (ブランチ・タグ・コミット) はありません。綴りと、CI では履歴を取得しているか (fetch-depth: 0) を確かめてください (--base だけはフォルダーでもよい)`,
        en: `there is no git ref (branch, tag, commit) “${problem.ref}”; check the spelling, and in CI that the history is fetched (fetch-depth: 0) (--base alone may be a folder, too)`,
      };
    case 'shallow':
      return {
        ja: `履歴が途中までしか取得されておらず、「${problem.ref}」からいつ分かれたか分かりません。履歴をすべて取得するか (CI では fetch-depth: 0、手元では git fetch --unshallow)、--base ${problem.ref} で今の姿と比べてください`,
        en: `the history is cut off, so it cannot be told when this branch left “${problem.ref}”; fetch all of it (fetch-depth: 0 in CI, git fetch --unshallow elsewhere), or compare with ${problem.ref} as it is now by --base ${problem.ref}`,
      };
    case 'ambiguous-ref':
      return {
        ja: `「${problem.ref}」は別々のコミットを指す複数の参照の名前です (${problem.meanings.join('、')})。refs/ から書くか、コミットのハッシュを指定してください`,
        en: `“${problem.ref}” is the name of several refs that mean different commits (${problem.meanings.join(', ')}); write it from refs/ on, or name the commit by its hash`,
      };
    case 'submodule':
      return {
        ja: `${problem.folder} は ${problem.superproject} のサブモジュールです。サブモジュールの履歴と比べるには、そのフォルダーで sekisho を実行してください`,
        en: `${problem.folder} is a submodule of ${problem.superproject}; to compare with the history of the submodule, run sekisho in its folder`,
      };
    case 'outside':
      return {
        ja: `${problem.path} は同じ git のリポジトリにありません`,
        en: `${problem.path} is not in the same git repository`,
      };
    case 'elsewhere':
      return {
        ja: `git は ${problem.folder} を作業フォルダー ${problem.top} の一部として読みますが、.git はそこにありません。コミットのファイルが手元のどのファイルに当たるか分からないため、比べられません。.git/config の core.worktree と、台帳の中に git のリポジトリが置かれていないかを確かめてください`,
        en: `git takes ${problem.folder} for a part of the work tree ${problem.top}, but .git is not there, so it cannot be told which file here a file of a commit is; look at core.worktree in .git/config, and for a git repository among the files of the inventory`,
      };
    case 'too-slow':
      return {
        ja: `git が ${problem.seconds} 秒たっても終わらないため、中止しました。リポジトリが壊れていないか、.git の中に名前付きパイプなどがないかを確かめてください。必要であれば --limit gitSeconds=数 で上げられます`,
        en: `git was given up, since it had not ended after ${problem.seconds} seconds; look whether the repository is damaged, or .git holds a named pipe or the like; raise it by --limit gitSeconds=<number> if need be`,
      };
    case 'too-much':
      return {
        ja: `git の応答が上限の ${problem.megabytes} MB を超えたため、中止しました。コミットに含まれるファイルの数と大きさを確かめてください${problem.limit ? `。必要であれば --limit ${problem.limit.name}=数 で上げられます` : ''}`,
        en: `git was given up, since its answer is longer than ${problem.megabytes} MB; look at the number and size of the files in the commit${problem.limit ? `; raise it by --limit ${problem.limit.name}=<number> if need be` : ''}`,
      };
    case 'failed':
      return { ja: `git の実行に失敗しました (${problem.reason})`, en: `git failed (${problem.reason})` };
  }
}
