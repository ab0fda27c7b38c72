/** The edges of a figure from its description alone: “x subscript 1 to h subscript 2 by w superscript 1 subscript 21”. */
export function edgesIn(description: string): readonly string[] {
  const one = sentence(description, /Edges: (.*?)\.(?= [A-Z]|$)/g)
    .flatMap(([list = '']) => list.split('; '))
    // Numbers are told behind the weight.
    .map((edge) => edge.replace(/, (?:weight|gradient) .*$/, ''));
  const all = sentence(
    description,
    /Each of (.*?) leads to each of (.*?), by (.*?) to (.*?)\.(?= [A-Z]|$)/g,
  ).flatMap(([tails = '', heads = '', first = '', last = '']) => {
    const [from, to] = [units(tails), units(heads)];
    const names = weights(first, last, to.length, from.length);
    return to.flatMap((head, j) =>
      from.map((tail, i) => `${tail} to ${head} by ${names[j * from.length + i]}`),
    );
  });
  return [...all, ...one];
}

const sentence = (text: string, pattern: RegExp): readonly (readonly string[])[] =>
  [...text.matchAll(pattern)].map(([, ...groups]) => groups);

/** “a, b and c”, or “x subscript 1 to x subscript 20”. */
function units(list: string): readonly string[] {
  const [first = '', last] = list.split(' to ');
  if (last === undefined) return list.split(/, | and /);
  const [low, high] = [first, last].map((name) => Number(/\d+$/.exec(name)?.[0]));
  return counted(first, low ?? 0, high ?? 0);
}

/** All names from a first to a last: by their count, or by the two indices of a weight. */
function weights(first: string, last: string, heads: number, tails: number): readonly string[] {
  const [low, high] = [first, last].map((name) => Number(/ (\d+)$/.exec(name)?.[1]));
  if (low !== undefined && high !== undefined && high - low + 1 === heads * tails)
    return counted(first, low, high);
  return Array.from({ length: heads * tails }, (_, place) => {
    const [j, i] = [Math.floor(place / tails) + 1, (place % tails) + 1];
    return first.replace(/11$/, j > 9 || i > 9 ? `${j},${i}` : `${j}${i}`);
  });
}

const counted = (first: string, low: number, high: number): readonly string[] =>
  Array.from({ length: high - low + 1 }, (_, place) => first.replace(/\d+$/, String(low + place)));
