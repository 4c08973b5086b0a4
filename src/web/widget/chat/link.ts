/** How the device stands to the desk. */
export type Link =
  /** Nothing was sent yet, or the chat is over: there is nothing to be connected to. */
  | { readonly kind: 'none' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'online' }
  /** @property retryAt when the next try is made; undefined while one is being made */
  | { readonly kind: 'offline'; readonly retryAt: number | undefined };
