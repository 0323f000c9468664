/** Where a record stands in what is imported. */
export interface Source {
  /** the name of the file, without its folder */
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}
