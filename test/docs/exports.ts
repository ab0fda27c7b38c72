import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** An export of one of the package's doors, as its source declares it. */
export interface Export {
  /** `default` has the name of its function. */
  readonly name: string;
  /** In Markdown: its declaration without a body, what its comment says, and what it throws. */
  readonly text: string;
}

const { exports: doors } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, string | { default: string }>;
};

/** The source of each door that is a module, by the name that it is imported by. */
export const modules: ReadonlyMap<string, string> = new Map(
  Object.entries(doors).flatMap(([door, target]) =>
    typeof target === 'string'
      ? []
      : [
          [
            door.replace('.', 'remark-network'),
            target.default.replace('./lib/', 'src/').replace(/\.js$/, '.ts'),
          ] as const,
        ],
  ),
);

/** The doors that are files: style sheets and grammars. */
export const files: readonly string[] = Object.entries(doors)
  .filter(([, target]) => typeof target === 'string')
  .map(([door]) => door.replace('.', 'remark-network'));

const program = ts.createProgram([...modules.values(), 'src/page/problem.ts'], {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
  types: ['node'],
  strict: true,
  noEmit: true,
  allowImportingTsExtensions: true,
});
const checker = program.getTypeChecker();

/** What a source file exports; nothing where it is no module. */
export function exportsOf(file: string): readonly Export[] {
  const source = program.getSourceFile(file);
  if (source === undefined) throw new Error(`There is no ${file}.`);
  const module = checker.getSymbolAtLocation(source);
  if (module === undefined) return [];
  return checker.getExportsOfModule(module).map((symbol) => {
    const own = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const [declaration] = own.declarations ?? [];
    if (declaration === undefined) throw new Error(`${symbol.name} is declared nowhere.`);
    const name = nameOf(declaration) ?? symbol.name;
    return { name, text: [fence(signature(declaration, name)), ...comment(own)].join('\n\n') };
  });
}

const nameOf = (declaration: ts.Declaration): string | undefined =>
  ts.getNameOfDeclaration(declaration)?.getText();

function signature(declaration: ts.Declaration, name: string): string {
  if (ts.isFunctionDeclaration(declaration)) {
    const end = declaration.body?.getStart() ?? declaration.end;
    return declaration.getSourceFile().text.slice(declaration.getStart(), end);
  }
  if (!ts.isVariableDeclaration(declaration)) return declaration.getText();
  const type = checker.getTypeAtLocation(declaration);
  const [call] = type.getCallSignatures();
  if (call !== undefined) return `function ${name}${checker.signatureToString(call)}`;
  const fields = checker
    .getPropertiesOfType(type)
    .map((field) => `  ${field.name}: ${checker.typeToString(checker.getTypeOfSymbol(field))};`);
  return [`const ${name}: {`, ...fields, '}'].join('\n');
}

const fence = (code: string): string =>
  `\`\`\`ts\n${narrow(code.replace(/^export (?:default )?/, '').trim())}\n\`\`\``;

/** Comments as wide as the page: in the sources they have more room. */
const narrow = (code: string): string =>
  code.replace(/^( *)\/\*\*([\s\S]*?)\*\/$/gm, (_, indent: string, inside: string) => {
    const width = 60 - indent.length;
    const lines = oneLine(inside.replace(/^ *\*/gm, '')).match(
      new RegExp(`\\S.{0,${width}}(?= |$)`, 'g'),
    );
    const [only = '', ...more] = lines ?? [];
    return more.length === 0
      ? `${indent}/** ${only} */`
      : [
          `${indent}/**`,
          ...[only, ...more].map((line) => `${indent} * ${line}`),
          `${indent} */`,
        ].join('\n');
  });

/** A symbol's own comment as paragraphs, with its parameters and what it throws as a list. */
function comment(symbol: ts.Symbol): readonly string[] {
  const said = ts
    .displayPartsToString(symbol.getDocumentationComment(checker))
    .split(/\n{2,}/)
    .map(oneLine)
    .filter((paragraph) => paragraph !== '');
  const tags = symbol.getJsDocTags(checker).map((tag) => {
    const [word = '', ...rest] = oneLine(ts.displayPartsToString(tag.text)).split(' ');
    return tag.name === 'throws'
      ? `- throws \`${word.replace(/[{}]/g, '')}\` ${rest.join(' ')}`
      : `- \`${word}\`: ${rest.join(' ')}`;
  });
  return tags.length === 0 ? said : [...said, tags.join('\n')];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
