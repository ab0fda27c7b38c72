import type { Activation, LossName, ParameterId } from '../network/network.ts';
import type { LivePlot } from '../network/request.ts';
import type { Code } from './formula.ts';

/** A name as it is written: letter, superscript, subscript. */
export type Sign = readonly [letter: string, superscript: string, subscript: string];

/**
 * All that the browser has to know of a network, as JSON in an attribute. Lists are in the order of the ids; an edge
 * has a parameter, or a fixed weight in its place.
 */
export interface Model {
  readonly units: readonly {
    readonly sign: Sign;
    readonly layer: number;
    readonly activation: Activation;
    readonly bias?: ParameterId;
  }[];
  readonly edges: readonly (readonly [
    from: number,
    to: number,
    parameter: number,
    fixed?: number,
  ])[];
  readonly parameters: readonly { readonly sign: Sign; readonly value: number }[];
  readonly loss: LossName;
  readonly rate: number;
  /** One an example: values of the inputs, then of the targets, in the order of inputs and outputs. */
  readonly examples: readonly {
    readonly inputs: readonly number[];
    readonly targets: readonly number[];
  }[];
  readonly targets: readonly Sign[];
  readonly error: Sign;
  /** How the derivative by a parameter is written. */
  readonly gradient: 'partial' | 'd' | 'delta' | 'differential';
  /** The last lines of each parameter's derivation; none where they are not written out. */
  readonly lines: readonly (readonly Code[])[];
  readonly chosen: ParameterId;
  readonly plots: readonly LivePlot[];
}
