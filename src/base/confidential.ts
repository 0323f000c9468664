/**
 * What a text gives away: an address, by which something is reached; the name of a person or a firm; those in charge, by a
 * post, which may be told, or by a name, which may not; a product, or the version of the one beside it.
 */
export type Confidential = 'address' | 'person' | 'post' | 'product' | 'version';

/** A text that a redacted report leaves out, as the inventory writes it. */
export interface ConfidentialText {
  readonly gives: Confidential;
  readonly text: string;
}
