type Child = string | number | boolean | null | undefined | readonly Child[];
type Properties = Readonly<Record<string, unknown>> & { readonly children?: Child };
type Component = string | ((properties: Properties) => string);

const empty = new Set(['br', 'hr', 'img']);
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** A string is text until it is made into markup here; so what is made is kept apart. */
class Markup extends String {}

function inside(child: unknown): string {
  if (Array.isArray(child)) return child.map(inside).join('');
  if (child instanceof Markup) return String(child);
  return child === null || child === undefined || typeof child === 'boolean'
    ? ''
    : escaped(String(child));
}

function jsx(type: Component, { children, ...attributes }: Properties): string {
  if (typeof type === 'function') return type({ children, ...attributes });
  const written = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(style(value))}"`)
    .join('');
  const markup = empty.has(type)
    ? `<${type}${written}>`
    : `<${type}${written}>${inside(children)}</${type}>`;
  return new Markup(markup) as string;
}

const style = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map((pair) => pair.join(':'))
        .join(';')
    : String(value);

const Fragment = ({ children }: Properties): string => new Markup(inside(children)) as string;

/** A JSX runtime whose elements are HTML text: what a component of MDX prints, without a framework. */
export const htmlRuntime = { Fragment, jsx, jsxs: jsx };
