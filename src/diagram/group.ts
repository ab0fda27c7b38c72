/** The members of each group, groups in the order of their first members. (`Map.groupBy` needs Node 21.) */
export function groupBy<Key, Member>(
  members: readonly Member[],
  key: (member: Member) => Key,
): ReadonlyMap<Key, readonly Member[]> {
  const groups = new Map<Key, Member[]>();
  for (const member of members) {
    const group = groups.get(key(member));
    if (group === undefined) groups.set(key(member), [member]);
    else group.push(member);
  }
  return groups;
}
