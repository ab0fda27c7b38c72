/** Whose code the processor was in, by the first rule that one of a stack's files meets, looked at from the innermost call out. */
export type Owners = Readonly<Record<string, RegExp>>;

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

/** V8's sampling profile, as `node --cpu-prof` writes it; times in microseconds. */
export interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const special: ReadonlyMap<string, string> = new Map([
  ['(garbage collector)', 'collector'],
  ['(idle)', 'idle'],
]);

/**
 * Milliseconds of a thread for each owner; `rest` is what no rule meets, `collector` the garbage collector, which has no
 * stack to tell whose garbage it was. Time in which the thread waited is left out.
 */
export function timeOfOwners(profile: Profile, owners: Owners): ReadonlyMap<string, number> {
  const parents = new Map<number, ProfileNode>();
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  for (const node of profile.nodes)
    for (const child of node.children ?? []) parents.set(child, node);
  const found = new Map<number, string>();
  const ownerOf = (node: ProfileNode | undefined): string => {
    if (node === undefined) return 'rest';
    const known = found.get(node.id);
    if (known !== undefined) return known;
    const { functionName, url } = node.callFrame;
    const named = Object.entries(owners).find(([, files]) => files.test(url))?.[0];
    const owner = special.get(functionName) ?? named ?? ownerOf(parents.get(node.id));
    found.set(node.id, owner);
    return owner;
  };
  const times = new Map<string, number>();
  profile.samples.forEach((id, place) => {
    const owner = ownerOf(nodes.get(id));
    times.set(owner, (times.get(owner) ?? 0) + (profile.timeDeltas[place] ?? 0) / 1000);
  });
  times.delete('idle');
  return times;
}
