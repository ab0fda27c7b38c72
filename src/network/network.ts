import type { Span } from '../diagnostic.ts';
import type { Name } from '../syntax/document.ts';
import type { Notation } from './notation.ts';

/** Indices into the network's own lists. Units stand in topological order: an edge leads from a lower id to a higher. */
export type UnitId = number;
export type EdgeId = number;
export type ParameterId = number;

export type ActivationName =
  | 'identity'
  | 'sigmoid'
  | 'tanh'
  | 'relu'
  | 'leaky-relu'
  | 'softplus'
  | 'gelu'
  | 'gelu-tanh'
  | 'softmax';

export interface Activation {
  readonly name: ActivationName;
  /** The slope of a leaky ReLU below 0; unused elsewhere. */
  readonly slope?: number;
}

export type LossName =
  | 'squared' // E = 1/2 Σ_k (t_k − y_k)²
  | 'mean-squared' // E = 1/n Σ_k (t_k − y_k)²
  | 'binary-cross-entropy'
  | 'cross-entropy';

export interface Unit {
  readonly id: UnitId;
  readonly name: Name;
  /** Index into `layers`. */
  readonly layer: number;
  /** Its place in the layer, from 0. */
  readonly index: number;
  readonly activation: Activation;
  readonly bias?: ParameterId;
  /** Edges that lead to it and from it, by the other end. */
  readonly incoming: readonly EdgeId[];
  readonly outgoing: readonly EdgeId[];
  /** The statement that made it. */
  readonly span: Span;
}

/** A weight or a bias. An edge whose weight is a plain number has none. */
export interface Parameter {
  readonly id: ParameterId;
  readonly kind: 'weight' | 'bias';
  readonly name: Name;
  /** More than one edge: a shared weight. Empty for a bias. */
  readonly edges: readonly EdgeId[];
  /** The units that a bias is added to. Empty for a weight. */
  readonly units: readonly UnitId[];
  readonly value?: number;
  readonly span: Span;
}

export interface Edge {
  readonly id: EdgeId;
  readonly from: UnitId;
  readonly to: UnitId;
  /** A parameter, or a number that nobody trains (the 1 of a residual connection). */
  readonly weight: { readonly parameter: ParameterId } | { readonly fixed: number };
  readonly span: Span;
}

/** Units that stand in one column. Rank 0 holds the inputs that head the chain. */
export interface Layer {
  readonly index: number;
  /** `x`, `h^1`; absent where the units were given one by one under different names. */
  readonly name?: Name;
  readonly units: readonly UnitId[];
  /** What only a figure has in this column, after the units: see `drawn.ts`. */
  readonly extras?: readonly UnitId[];
}

/** A directed acyclic network; every list is indexed by its elements' ids. */
export interface Network {
  readonly layers: readonly Layer[];
  readonly units: readonly Unit[];
  readonly edges: readonly Edge[];
  readonly parameters: readonly Parameter[];
  /** Units without incoming edges, and without outgoing ones, in the order of the figure. */
  readonly inputs: readonly UnitId[];
  readonly outputs: readonly UnitId[];
  readonly loss: { readonly name: LossName; readonly decay?: number };
  /**
   * The naming template of the weights that lead to each layer, by layer index, where the edges to it are
   * named by one: what the index forms print. Absent for layer 0 and where edges were named one by one.
   */
  readonly templates: readonly (Name | undefined)[];
  /** Values of the inputs and targets by unit id, one row an example; parameters carry their own. */
  readonly examples: readonly Example[];
  readonly rate?: number;
  readonly notation: Notation;
}

export interface Example {
  readonly inputs: ReadonlyMap<UnitId, number>;
  readonly targets: ReadonlyMap<UnitId, number>;
}
