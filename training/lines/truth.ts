/** What a training text is: its flat form and the blocks that went into it, in the format of the flat-text benchmark. */
export interface Item {
  readonly text: string;
  readonly more?: readonly string[];
  readonly children?: readonly TruthList[];
}

export interface TruthList {
  readonly type: 'list';
  readonly ordered?: boolean;
  readonly items: readonly (Item | string)[];
}

interface Marks {
  readonly boilerplate?: boolean;
  readonly optional?: boolean;
  readonly soft?: boolean;
  readonly callout?: string;
  /** How much the block teaches; 1 where nothing is said. */
  readonly weight?: number;
  /** Its HTML where there is any; empty for a block that the HTML of another one holds. */
  readonly html?: string;
}

export type TruthBlock = Marks &
  (
    | { readonly type: 'heading'; readonly level: number; readonly text: string }
    | { readonly type: 'paragraph' | 'quote' | 'code'; readonly text: string }
    | TruthList
    | {
        readonly type: 'table';
        readonly header?: readonly string[] | null;
        readonly rows: readonly (readonly string[])[];
      }
  );

export interface Example {
  /** Texts of one article in all its languages and printings share it: they must not be parted by folds. */
  readonly article: string;
  readonly id: string;
  readonly text: string;
  readonly blocks: readonly TruthBlock[];
  /** `block` or `block.item` that the text does not have. */
  readonly absent: ReadonlySet<string>;
}
