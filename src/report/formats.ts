import type { Reporter } from './reporter.ts';

/** Every format by name. Each is loaded only when it is asked for. */
export const formats: Readonly<Record<string, () => Promise<Reporter>>> = {
  text: async () => (await import('./text.ts')).text,
  json: async () => (await import('./json.ts')).json,
  sarif: async () => (await import('./sarif.ts')).sarif,
};
