import { createInterface } from 'node:readline';
import type { Asking } from './io.ts';

/**
 * Asks a person at a terminal. Lines that were typed ahead answer the questions that come.
 *
 * @param input what the person types
 * @param output where the questions are shown
 */
export function askAt(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Asking {
  const lines: string[] = [];
  let isOver = false;
  let answer: ((line: string | undefined) => void) | undefined;
  const reader = createInterface({ input, output, terminal: true, historySize: 0 });
  reader.on('line', (line) => {
    if (answer === undefined) lines.push(line);
    else answer(line);
    answer = undefined;
  });
  // Ctrl-C, and the end of input.
  reader.on('close', () => {
    isOver = true;
    // What is said next does not stand behind the question.
    if (answer !== undefined) output.write('\n');
    answer?.(undefined);
  });
  return {
    ask: (question) => {
      const typed = lines.shift();
      if (typed !== undefined) output.write(`${question}${typed}\n`);
      if (typed !== undefined || isOver) return Promise.resolve(typed);
      reader.setPrompt(question);
      reader.prompt();
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
    close: () => reader.close(),
  };
}
