import type { Located } from '../diagnostic.ts';

/**
 * A symbol as the field writes it, `h^1_2` or `w^{2}_{11}`; both parts without their braces.
 * The order of the two makes no difference: `w_{11}^2` and `w^2_{11}` are one name.
 */
export interface Name {
  /** One Latin letter, or a Greek one spelled out: `w`, `alpha`. */
  readonly letter: string;
  /** `'1'`, `'(1)'`, or `''`. */
  readonly superscript: string;
  /** `'11'`, `'1,2'`, `'ji'`, or `''`. */
  readonly subscript: string;
}

export interface NameNode extends Name, Located {}
export interface NumberNode extends Located {
  readonly value: number;
  /** As typed, so that `0.10` stays `0.10` on the page and rationals are exact. */
  readonly text: string;
}
export interface WordNode extends Located {
  readonly word: string;
}
export interface TextNode extends Located {
  readonly text: string;
}

/** One stop of a chain: `x[2]` has a size, `h` or `x_1` has none; `...` repeats the pattern around it. */
export type Stop = LayerNode | EllipsisNode;
export interface LayerNode extends Located {
  readonly kind: 'layer';
  readonly name: NameNode;
  readonly size?: NumberNode;
}
export interface EllipsisNode extends Located {
  readonly kind: 'ellipsis';
}

/** `x[2] -> h[2] -> y[2]`, or `x_1 -> y_2 : w_s`, or `x_1 -> y_1 : 1`. */
export interface ChainStatement extends Located {
  readonly kind: 'chain';
  readonly stops: readonly Stop[];
  /** The weight of every edge of the chain: a name (used twice, it is shared) or a fixed number. */
  readonly weight?: NameNode | NumberNode;
}

/** `weights w^l_{ji}`, or `weights h: u_{ji}, y: v_{kj}` for the weights that lead to one layer. */
export interface WeightsStatement extends Located {
  readonly kind: 'weights';
  readonly entries: readonly { readonly layer?: NameNode; readonly template: NameNode }[];
}

/** `bias b^l_j` for every layer, or `bias h: b^1, y_2: b_2`. */
export interface BiasStatement extends Located {
  readonly kind: 'bias';
  readonly entries: readonly { readonly target?: NameNode; readonly template: NameNode }[];
}

/** `activation h: sigmoid, y_1: tanh`, or `activation relu` for every unit that is not an input. */
export interface ActivationStatement extends Located {
  readonly kind: 'activation';
  readonly entries: readonly {
    readonly target?: NameNode;
    readonly activation: WordNode;
    /** `leaky-relu 0.1` */
    readonly parameter?: NumberNode;
  }[];
}

/** `loss squared`, `loss cross-entropy, decay 0.01`. */
export interface LossStatement extends Located {
  readonly kind: 'loss';
  readonly loss: WordNode;
  readonly decay?: NumberNode;
}

/** `x = 0.05, 0.10`, `w^1 = 0.15 0.20; 0.25 0.30`, `x_1 = 2`: rows are split by semicolons. */
export interface AssignmentStatement extends Located {
  readonly kind: 'assignment';
  readonly name: NameNode;
  readonly rows: readonly (readonly NumberNode[])[];
}

/** `rate 0.5` */
export interface RateStatement extends Located {
  readonly kind: 'rate';
  readonly rate: NumberNode;
}

/** `notation draft`, `notation gradient delta`: a preset, then single settings. */
export interface NotationStatement extends Located {
  readonly kind: 'notation';
  readonly clauses: readonly Clause[];
}

/** What a comma separates behind `figure`, `forward`, `derive`, …: words, names, numbers, ranges, quoted texts. */
export interface Clause extends Located {
  /** The clause's first word; absent where it begins with a name: `forward y, h`. */
  readonly keyword?: WordNode;
  readonly arguments: readonly Argument[];
}
export type Argument =
  | ({ readonly kind: 'name' } & NameNode)
  | ({ readonly kind: 'number' } & NumberNode)
  | ({ readonly kind: 'word' } & WordNode)
  | ({ readonly kind: 'text' } & TextNode)
  /** `1-2`, `chain-rule..sign`, `3-`: either end may be open. */
  | ({ readonly kind: 'range' } & Located & {
        readonly from?: NumberNode | WordNode;
        readonly to?: NumberNode | WordNode;
      });

/** `figure focus w^1_{11}, captions i j k`; `forward y, h`; `derive w^1_{11} lines 1-2, label f`; `live`. */
export interface RequestStatement extends Located {
  readonly kind: 'figure' | 'forward' | 'derive' | 'live';
  readonly keyword: WordNode;
  readonly clauses: readonly Clause[];
}

export type Statement =
  | ChainStatement
  | WeightsStatement
  | BiasStatement
  | ActivationStatement
  | LossStatement
  | AssignmentStatement
  | RateStatement
  | NotationStatement
  | RequestStatement;

/** What the author wrote, in the author's order; nothing in it has a meaning yet. */
export interface Document {
  readonly statements: readonly Statement[];
  /** Some definition could not be read, so that names may be missing through no fault of those who use them. */
  readonly damaged?: boolean;
}
