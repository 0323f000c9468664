import type { Localized } from '../base/localized.ts';

/** @returns what is wrong, with its place before it */
export function placed(place: string, { ja, en }: Localized): Localized {
  return { ja: `${place}: ${ja}`, en: `${place}: ${en}` };
}
