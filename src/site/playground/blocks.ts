/** The networks of a page, each as one block: blocks of one name go on with each other. */
export function networksIn(markdown: string): readonly string[] {
  const networks = new Map<string, string[]>();
  for (const [, name = '', text = ''] of markdown.matchAll(fences)) {
    const key = name === '' ? `#${networks.size}` : name;
    networks.set(key, [...(networks.get(key) ?? []), text.trimEnd()]);
  }
  return [...networks.values()].map((texts) => texts.flatMap(asked).join('\n'));
}

const fences = /^```network *(\S*)\n([\s\S]*?)^```$/gm;
const requests = /^\s*(?:figure|forward|derive|live|notation)\b/m;

/** A block that asks for nothing draws its figure: with others behind it, it has to ask. */
const asked = (text: string, _: number, { length }: readonly string[]): readonly string[] =>
  length > 1 && !requests.test(text) ? [text, 'figure'] : [text];
