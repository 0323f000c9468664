/** Whether a text is stated: blanks alone count as missing. */
export function isWritten(text: string | false | null | undefined): text is string {
  return typeof text === 'string' && text.trim() !== '';
}

/** Something that may name evidence: a file or an address. */
interface Evidenced {
  readonly evidence?: readonly { readonly path?: string; readonly url?: string }[];
}

/** Whether any evidence is named. Without evidence an attestation holds, but reports say so; an exemption does not. */
export function hasEvidence({ evidence = [] }: Evidenced): boolean {
  return evidence.some(({ path, url }) => isWritten(path) || isWritten(url));
}
