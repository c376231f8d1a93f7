/** How a thing that had to end has ended. There is no word for leaving it out. Source: privacy.md C5. */
export type NodeEnd =
  | { readonly kind: 'erased' }
  | { readonly kind: 'shredded' }
  | { readonly kind: 'rectified' }
  | { readonly kind: 'exported' }
  | {
      readonly kind: 'retained';
      readonly ground: 'law' | 'promise' | 'claims';
      readonly cites: string;
      readonly until: Date | null;
    }
  | { readonly kind: 'processor_confirmed'; readonly receipt: string }
  | { readonly kind: 'processor_manual'; readonly evidence: string }
  | { readonly kind: 'processor_refused'; readonly reason: string };

export type EndKind = NodeEnd['kind'];
