/** Where changes are judged by themselves. */
export const pipelines = ['github', 'gitlab'] as const;

export type Pipeline = (typeof pipelines)[number];
