/** The largest network that is read; refused on the parsed numbers, before anything is made. */
export const limits = {
  /** Units in one layer. */
  layerSize: 1024,
  units: 4096,
  edges: 150_000,
  examples: 64,
  /** Requests in one block, and names in one request's list. */
  requests: 64,
  names: 64,
} as const;
