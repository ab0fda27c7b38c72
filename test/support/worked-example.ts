/**
 * A worked example that is widely known (Mazur 2015), as a block without requests: its error is 0.298371109, and
 * ∂E/∂w₅ 0.082167041.
 */
export const workedExample = `x[2] -> h[2] -> y[2]
weights w_N
activation sigmoid
bias h: b_1, y: b_2
x = 0.05, 0.10
t = 0.01, 0.99
w = 0.15 0.20 0.25 0.30 0.40 0.45 0.50 0.55
b_1 = 0.35
b_2 = 0.60
rate 0.5
`;
