/**
 * What follows from a value alone, made once and kept for as long as the value is: of blocks that speak of one network,
 * those behind the first need not find it again. Whoever asks first or last, the answer is the same.
 */
export function oncePer<Key extends object, Value>(make: (of: Key) => Value): (of: Key) => Value {
  const made = new WeakMap<Key, { readonly value: Value }>();
  return (of) => {
    const known = made.get(of) ?? { value: make(of) };
    made.set(of, known);
    return known.value;
  };
}
