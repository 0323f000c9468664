import type { Format } from './reporter.ts';

/** Every format by name. Each is loaded only when it is asked for. */
export const formats: Readonly<Record<string, Format>> = {
  text: { reporter: async () => (await import('./text/index.ts')).text },
  json: { reporter: async () => (await import('./json.ts')).json },
  sarif: { reporter: async () => (await import('./sarif.ts')).sarif },
};
