// Loaded before the program: makes one of the operations by which it writes files fail, or ends the process there. FAULT is
// a signal or the code of an error of the system, FAULT_AT counts the operations from 1. Of a text that fails, half is
// written. After a signal that can be caught, the operation goes on. With `list`, operations are named on stderr and none
// fails.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const at = Number(process.env.FAULT_AT);
const what = process.env.FAULT ?? '';
const opened = new Set();
let count = 0;

/** Whether an operation is about a file that is written aside. */
const isAside = (target) => opened.has(target) || /\.sekisho-[^/\\]*\.tmp$/.test(String(target));

function instead(name, half = () => {}) {
  const original = fs[name];
  fs[name] = (...args) => {
    if (!isAside(args[0])) return original(...args);
    count++;
    if (what === 'list') fs.writeSync(2, `operation: ${name}\n`);
    else if (count === at) {
      if (!what.startsWith('SIG') || what === 'SIGKILL') half(original, ...args);
      if (what.startsWith('SIG')) process.kill(process.pid, what);
      else throw Object.assign(new Error(`${what}: made up`), { code: what });
    }
    const result = original(...args);
    if (name === 'openSync') opened.add(result);
    if (name === 'closeSync') opened.delete(args[0]);
    return result;
  };
}

instead('openSync');
instead('writeFileSync', (write, file, text) => write(file, text.slice(0, text.length / 2)));
instead('fchownSync');
instead('fchmodSync');
instead('fsyncSync');
instead('closeSync', (close, file) => close(file));
instead('renameSync');
syncBuiltinESMExports();
