import type { Nodes } from 'mdast';

/** What nodes of some kinds have and others have not. Reading what is not there is far faster than asking whether it is. */
export interface Fields {
  readonly value?: string;
  readonly alt?: string | null;
  readonly children?: readonly Nodes[];
}

export const fieldsOf = (node: Nodes): Fields => node as Fields;
