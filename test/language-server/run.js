/**
 * An editor in small: speaks with remark's language server over its standard streams, opens a page with mistakes in a
 * folder whose `.remarkrc.mjs` is the one of the docs, and looks at what the editor would underline and offer.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node.js';

const here = import.meta.dirname;
const text = `# A page

- In a list:

  \`\`\`network multi
  x[2] -> h[2] -> y[2]
  figure focsu w^1_{11}
  derive w^1_{13}
  \`\`\`

\`\`\`network other
x[2] -> h[2] -> y[2]
\`\`\`

$$ check other
\\frac{\\partial y_2}{\\partial w^1_{11}} = w^2_{12} x_1
$$
`;

/** The configuration that the docs tell, in a folder where the packages are that it names. */
function folder() {
  const path = mkdtempSync(join(here, 'folder-'));
  const docs = readFileSync(resolve(here, '../../content/docs/hosts.md'), 'utf8');
  const [, config] = /^\/\/ \.remarkrc\.mjs\n([\s\S]*?)^```/m.exec(docs);
  writeFileSync(join(path, '.remarkrc.mjs'), config);
  mkdirSync(join(path, 'node_modules'));
  for (const [name, at] of [
    ['remark-network', '../..'],
    ['remark-math', '../../node_modules/remark-math'],
  ])
    symlinkSync(resolve(here, at), join(path, 'node_modules', name));
  return path;
}

const path = folder();
const server = spawn(process.execPath, [join(here, 'server.js'), '--stdio'], {
  cwd: path,
  stdio: ['pipe', 'pipe', 'inherit'],
});
const connection = createMessageConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
);
try {
  connection.listen();
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ({})));
  connection.onRequest('client/registerCapability', () => null);
  const rootUri = pathToFileURL(path).href;
  const uri = `${rootUri}/post.md`;
  const { capabilities } = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'blog' }],
    capabilities: {},
  });
  assert.ok(capabilities.codeActionProvider);
  await connection.sendNotification('initialized', {});

  const shown = await diagnosticsAfter('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  const offered = await Promise.all(shown.map((diagnostic) => fixesOf(uri, diagnostic)));
  assert.deepEqual(
    shown.map(({ range, message }, place) => [
      wordsAt(range),
      message.split('\n')[0],
      offered[place].map(({ title }) => title),
    ]),
    [
      ['focsu', 'figure knows no “focsu”.', ['Replace `focsu` with `focus`']],
      [
        'w^1_{13}',
        'There is no weight w^1_{13}: layer x has 2 units, layer h has 2 units.',
        ['Replace `w^1_{13}` with `w^1_{12}`', 'Replace `w^1_{13}` with `w^1_{11}`'],
      ],
      [
        'w^2_{12} x_1',
        'This is false: where w_{12}^2 = 2, x_1 = 4, this is 8, and what stands before it is 20.',
        [],
      ],
    ],
  );

  // The first fix of each, from the last on, so that none moves another.
  const edits = offered.flatMap(([first]) => first?.edit.changes[uri] ?? []).reverse();
  const left = await diagnosticsAfter('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: edits.reduce(edited, text) }],
  });
  assert.deepEqual(
    left.map(({ range }) => range),
    [shown[2].range],
  );
  console.log('Mistakes are underlined at their words, and fixed by what the editor offers.');
} finally {
  connection.dispose();
  server.kill();
  rmSync(path, { recursive: true });
}

/** What the server publishes once it has heard of something. */
async function diagnosticsAfter(method, parameters) {
  const published = new Promise((receive) =>
    connection.onNotification('textDocument/publishDiagnostics', receive),
  );
  await connection.sendNotification(method, parameters);
  return (await published).diagnostics;
}

async function fixesOf(uri, diagnostic) {
  const context = { diagnostics: [diagnostic] };
  const asked = { textDocument: { uri }, range: diagnostic.range, context };
  return (await connection.sendRequest('textDocument/codeAction', asked)) ?? [];
}

function wordsAt({ start, end }) {
  assert.equal(start.line, end.line);
  return text.split('\n')[start.line].slice(start.character, end.character);
}

function edited(page, { range: { start, end }, newText }) {
  const lines = page.split('\n');
  const line = lines[start.line];
  lines[start.line] = line.slice(0, start.character) + newText + line.slice(end.character);
  return lines.join('\n');
}
