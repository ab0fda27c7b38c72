/** A small element tree: adapters turn it into hast, `markup` into text. */
export interface Element {
  readonly name: string;
  /** In the order in which they are written; names as SVG spells them. */
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Element | string)[];
}
