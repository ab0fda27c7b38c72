/**
 * A value that is always there, where its type can't say so: an id of the network's own, a place within a list.
 *
 * @throws {Error} where it is not there after all: a mistake of ours, never of the author
 */
export function certain<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('what is always there is missing');
  return value;
}
